using System.Buffers;
using Conformance.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Conformance.Suite.Webhooks;

/// <summary>Takes a delivery off the wire.</summary>
public static class DeliveryReader
{
    /// <summary>A body that is too large to be kept is still received up to here, so that its sender can read the answer.</summary>
    public const long LargestReceivedBytes = 16 * 1024 * 1024;

    /// <summary>Reads it; one that does not arrive whole says so.</summary>
    public static async Task<Delivery> Read(HttpContext context, int largestBodyBytes, DateTimeOffset arrivedAt)
    {
        var request = context.Features.GetRequiredFeature<IHttpRequestFeature>();
        var head = new Delivery(arrivedAt, request.Method, request.RawTarget, Lines(request.Headers), default);
        var body = new ArrayBufferWriter<byte>(1024);
        try
        {
            var isWhole = await Receive(context.Request, body, largestBodyBytes);
            return head with { Body = body.WrittenMemory, IsTruncated = !isWhole };
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return head with { Body = body.WrittenMemory, Broken = $"its body did not arrive whole: {e.Message}" };
        }
    }

    /// <summary>Receives the body to its end; false where it has more bytes than are kept.</summary>
    private static async Task<bool> Receive(HttpRequest request, ArrayBufferWriter<byte> kept, int mostBytes)
    {
        var isWhole = true;
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            foreach (var segment in read.Buffer)
            {
                var room = mostBytes - kept.WrittenCount;
                isWhole &= segment.Length <= room;
                kept.Write(segment.Span[..Math.Min(segment.Length, room)]);
            }
            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                return isWhole;
        }
    }

    private static ImmutableArray<Header> Lines(IHeaderDictionary headers) =>
        [.. headers.SelectMany(h => h.Value.Select(value => new Header(h.Key, value ?? "")))];
}
