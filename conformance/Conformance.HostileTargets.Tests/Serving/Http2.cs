using System.Buffers.Binary;
using System.Net.Security;

namespace Conformance.HostileTargets.Tests.Serving;

/// <summary>A client's frame of HTTP/2 (RFC 9113, 4.1), without its payload.</summary>
internal readonly record struct Http2Frame(byte Type, byte Flags, int Stream)
{
    public bool IsRequest => Type == Http2.Headers;
}

/// <summary>HTTP/2, frame by frame.</summary>
internal static class Http2
{
    public const byte Data = 0;
    public const byte Headers = 1;
    public const byte Reset = 3;
    public const byte Settings = 4;
    public const byte Ping = 6;
    public const byte GoAway = 7;
    public const byte WindowUpdate = 8;
    public const byte Continuation = 9;

    // Of all streams together, for the bodies of a few more requests.
    private static readonly byte[] Room = [0, 1, 0, 0];

    private const int PrefaceLength = 24;
    private const int HeadLength = 9;

    /// <summary>Targets that are spoken to in HTTP/2.</summary>
    public const string Configuration = "connection: { httpVersion: 2, trustAnyCertificate: true }";

    /// <summary>A gate that does as it is told with whoever speaks HTTP/2, and passes others on.</summary>
    public static Func<Func<Visit, Task>> Talking(Func<Visit, SslStream, Task> talk) =>
        Tls.Talking(
            () => Certificates.Of("127.0.0.1"),
            (visit, inside) =>
                inside.NegotiatedApplicationProtocol == SslApplicationProtocol.Http2
                    ? talk(visit, inside)
                    : visit.PassOnAsync(inside),
            SslApplicationProtocol.Http2,
            SslApplicationProtocol.Http11
        );

    /// <summary>The same, that greets as it has to, and says this to each request.</summary>
    public static Func<Func<Visit, Task>> Responding(Func<Http2Frame, byte[]> respond) =>
        Talking(
            async (visit, inside) =>
            {
                await GreetAsync(visit, inside);
                await foreach (var frame in FramesAsync(visit, inside))
                    if (frame.IsRequest)
                        await inside.WriteAsync(
                            (byte[])[.. respond(frame), .. Frame(WindowUpdate, 0, 0, Room)],
                            visit.Stopped
                        );
            }
        );

    /// <summary>Reads the client's preface and sends settings.</summary>
    public static async Task GreetAsync(Visit visit, SslStream inside, params byte[] settings)
    {
        await inside.ReadExactlyAsync(new byte[PrefaceLength], visit.Stopped);
        await inside.WriteAsync(Frame(Settings, 0, 0, settings), visit.Stopped);
    }

    /// <summary>What the client sends, until it goes.</summary>
    public static async IAsyncEnumerable<Http2Frame> FramesAsync(Visit visit, SslStream inside)
    {
        var head = new byte[HeadLength];
        while (true)
        {
            await inside.ReadExactlyAsync(head, visit.Stopped);
            var length = (head[0] << 16) | (head[1] << 8) | head[2];
            await inside.ReadExactlyAsync(new byte[length], visit.Stopped);
            yield return new Http2Frame(head[3], head[4], BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(5)));
        }
    }

    /// <summary>A frame.</summary>
    public static byte[] Frame(byte type, byte flags, int stream, params ReadOnlySpan<byte> payload)
    {
        var frame = new byte[HeadLength + payload.Length];
        (frame[0], frame[1], frame[2]) = (
            (byte)(payload.Length >> 16),
            (byte)(payload.Length >> 8),
            (byte)payload.Length
        );
        (frame[3], frame[4]) = (type, flags);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame.AsSpan(HeadLength));
        return frame;
    }
}
