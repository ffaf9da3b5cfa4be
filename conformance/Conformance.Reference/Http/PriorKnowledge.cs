using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Conformance.Reference.Http;

/// <summary>
/// HTTP/2 without TLS on the port of HTTP/1.1: a client with prior knowledge begins with the connection preface, and no
/// other does (RFC 9113, 3.3 and 3.4).
/// </summary>
/// <param name="patience">How long a client may take for the preface; after that it is taken to speak HTTP/1.1.</param>
/// <param name="time">Clock of the patience.</param>
internal sealed class PriorKnowledge(TimeSpan patience, TimeProvider time)
{
    private static ReadOnlySpan<byte> Preface => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8;

    /// <summary>Looks at how the connection begins, says so in its features, and passes it on with all its bytes.</summary>
    public async Task ChooseAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        if (await BeginsWithPrefaceAsync(connection.Transport.Input))
            ChooseHttp2(connection.Features);
        await next(connection);
    }

    /// <summary>Waits only while the bytes so far may be either.</summary>
    private async Task<bool> BeginsWithPrefaceAsync(PipeReader input)
    {
        using var deadline = new CancellationTokenSource(patience, time);
        while (true)
        {
            var read = await ReadAsync(input, deadline.Token);
            var begun = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, Preface.Length));
            var mayBeHttp2 = Preface.StartsWith(begun.ToArray());
            var isWhole = begun.Length == Preface.Length;
            if (!mayBeHttp2 || isWhole || read.IsCompleted || read.IsCanceled)
            {
                // Nothing is consumed: whoever reads next gets all of it, at once or with what comes next.
                input.AdvanceTo(begun.Start);
                return mayBeHttp2 && isWhole;
            }
            input.AdvanceTo(begun.Start, begun.End);
        }
    }

    /// <summary>What is new; after the deadline what there is, new or not, as a cancelled read.</summary>
    private static async ValueTask<ReadResult> ReadAsync(PipeReader input, CancellationToken deadline)
    {
        try
        {
            return await input.ReadAsync(deadline);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            input.CancelPendingRead();
            return await input.ReadAsync(CancellationToken.None);
        }
    }

    /// <summary>
    /// On a port of both versions Kestrel speaks HTTP/2 only where it finds that TLS has agreed on it. These features are
    /// the public way to say so, and here the preface has said it.
    /// </summary>
    private static void ChooseHttp2(IFeatureCollection features)
    {
        features.Set<ITlsConnectionFeature>(new TlsConnectionFeature());
        features.Set<ITlsApplicationProtocolFeature>(new AgreedOnHttp2());
    }

    private sealed class AgreedOnHttp2 : ITlsApplicationProtocolFeature
    {
        public ReadOnlyMemory<byte> ApplicationProtocol { get; } = "h2"u8.ToArray();
    }
}
