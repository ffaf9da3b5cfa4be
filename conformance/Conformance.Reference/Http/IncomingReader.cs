using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Conformance.Reference.Http;

/// <summary>Takes a request off the wire.</summary>
internal static class IncomingReader
{
    /// <summary>A body that is too large is still received up to here, so that the client can read the response.</summary>
    public const long LargestDiscardedBytes = 64 * 1024 * 1024;

    public static async ValueTask<Incoming> ReadAsync(HttpContext context, int largestBodyBytes)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var request = new Incoming(context.Request.Method, target, context.Request.Headers, default)
        {
            Connection = context.Connection.Id,
        };
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
            return request;
        try
        {
            var body = new ArrayBufferWriter<byte>(256);
            var parts = ImmutableArray.CreateBuilder<int>(1);
            return await ReceiveAsync(context.Request, body, parts, largestBodyBytes)
                ? request with
                {
                    Body = body.WrittenMemory,
                    Parts = parts.ToImmutable(),
                }
                : request with
                {
                    BodyRejection = TooLarge(largestBodyBytes),
                };
        }
        catch (BadHttpRequestException e)
        {
            var rejection =
                e.StatusCode == 413
                    ? TooLarge(largestBodyBytes)
                    : new Rejection(
                        e.StatusCode,
                        "SerializationException",
                        $"expected a well-framed body, got: {e.Message}"
                    );
            return request with { BodyRejection = rejection };
        }
    }

    /// <summary>Receives the whole body; false when it is larger than the limit, and then nothing of it is of use.</summary>
    private static async ValueTask<bool> ReceiveAsync(
        HttpRequest request,
        ArrayBufferWriter<byte> body,
        ImmutableArray<int>.Builder parts,
        int largestBodyBytes
    )
    {
        var isWithinLimit = true;
        while (true)
        {
            var part = await request.BodyReader.ReadAsync();
            isWithinLimit = isWithinLimit && body.WrittenCount + part.Buffer.Length <= largestBodyBytes;
            if (isWithinLimit)
                foreach (var memory in part.Buffer)
                    body.Write(memory.Span);
            if (isWithinLimit && !part.Buffer.IsEmpty)
                parts.Add((int)part.Buffer.Length);
            request.BodyReader.AdvanceTo(part.Buffer.End);
            if (part.IsCompleted)
                return isWithinLimit;
        }
    }

    private static Rejection TooLarge(int largestBodyBytes) =>
        new(
            413,
            "RequestEntityTooLargeException",
            $"expected a body of at most {largestBodyBytes} bytes, got a larger one"
        );
}
