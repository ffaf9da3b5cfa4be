using System.Buffers;
using Conformance.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Conformance.Engine.Webhooks;

/// <summary>Takes a delivery off the wire.</summary>
internal static class DeliveryReader
{
    /// <summary>A body that is too large to be kept is still received up to here, so that its sender can read the response.</summary>
    public const long LargestReceivedBytes = 16 * 1024 * 1024;

    /// <summary>Reads it; one that does not arrive whole says so.</summary>
    /// <param name="context">The request.</param>
    /// <param name="largestBodyBytes">Bytes kept of its body.</param>
    /// <param name="arrivedAt">When its head had arrived.</param>
    /// <param name="limit">How long the body may take; null for as long as its connection lasts.</param>
    public static async Task<Delivery> Read(
        HttpContext context,
        int largestBodyBytes,
        DateTimeOffset arrivedAt,
        TimeLimit? limit = null
    )
    {
        var head = Head(context, arrivedAt);
        var body = new ArrayBufferWriter<byte>(1024);
        using var late = limit is { } time
            ? new CancellationTokenSource(time.Within, time.Clock)
            : new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, context.RequestAborted);
        try
        {
            var isWhole = await Receive(context.Request, body, largestBodyBytes, either.Token);
            return head with { Body = body.WrittenMemory, IsTruncated = !isWhole };
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return head with { Body = body.WrittenMemory, IsTruncated = true };
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            var why = late.IsCancellationRequested ? $" within {limit?.Within.TotalSeconds:0.##} s" : $": {e.Message}";
            return head with { Body = body.WrittenMemory, Broken = $"its body did not arrive whole{why}" };
        }
    }

    /// <summary>What is told of a request whose body nobody reads: its first line, cut.</summary>
    public static Delivery FirstLine(HttpContext context, DateTimeOffset arrivedAt)
    {
        const int Most = 256;
        var head = Head(context, arrivedAt);
        return head with { Method = Cut(head.Method), Target = Cut(head.Target), Headers = [] };

        static string Cut(string text) => text.Length <= Most ? text : text[..Most] + "…";
    }

    private static Delivery Head(HttpContext context, DateTimeOffset arrivedAt)
    {
        var request = context.Features.GetRequiredFeature<IHttpRequestFeature>();
        return new Delivery(arrivedAt, request.Method, request.RawTarget, Lines(request.Headers), default);
    }

    /// <summary>Receives the body to its end; false where it has more bytes than are kept.</summary>
    private static async Task<bool> Receive(
        HttpRequest request,
        ArrayBufferWriter<byte> kept,
        int mostBytes,
        CancellationToken cancel
    )
    {
        var isWhole = true;
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancel);
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

/// <summary>So much time, on this clock.</summary>
internal readonly record struct TimeLimit(TimeSpan Within, TimeProvider Clock);
