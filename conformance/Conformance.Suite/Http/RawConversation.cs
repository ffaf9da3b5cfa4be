using System.Diagnostics;
using System.Net.Security;
using System.Net.Sockets;
using Conformance.Reports;

namespace Conformance.Suite.Http;

internal enum RawPhase
{
    Connecting,
    Securing,
    Talking,
}

/// <summary>One connection with one request and its response, and how far it got.</summary>
internal sealed class RawConversation(Uri baseUrl, CourierOptions options, TimeProvider time) : IDisposable
{
    private readonly BodyIntake body = new(options, time);
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private Stream? stream;
    private RawResponseReader? reader;
    private long start;
    private long end;

    internal RawPhase Phase { get; private set; } = RawPhase.Connecting;

    internal ReceivedResponse? Response { get; private set; }

    /// <summary>Status of the final response's head; 0 before it came.</summary>
    internal int Status => reader?.Status ?? 0;

    /// <summary>What of a stream came before it broke off; null where nothing did or it is no stream.</summary>
    internal ReceivedResponse? Broken(TransportFailure brokenOff) => reader?.Broken(brokenOff);

    /// <summary>Whether a stream said nothing for longer than is allowed.</summary>
    internal bool IsIdle => body.IsIdle;

    internal string Came => reader?.Came ?? "nothing";

    internal double Milliseconds =>
        start == 0 ? 0 : time.GetElapsedTime(start, end == 0 ? time.GetTimestamp() : end).TotalMilliseconds;

    internal async Task Hold(WireRequest request, byte[] bytes, CancellationToken total)
    {
        await Connect(total);
        Debug.Assert(stream is not null);
        start = time.GetTimestamp();
        body.Begin(start, total);
        reader = new RawResponseReader(stream, body);
        var reading = reader.Read(request, total);
        var writing = stream.WriteAsync(bytes, total).AsTask();
        // A target may answer, and close, before it has taken the whole request: the answer counts, not our broken pipe.
        Forget(writing);
        Response = await reading;
        end = time.GetTimestamp();
    }

    public void Dispose()
    {
        body.Dispose();
        stream?.Dispose();
        socket.Dispose();
    }

    private async Task Connect(CancellationToken total)
    {
        using var soonEnough = new CancellationTokenSource(Connecting.TimeAllowed(options), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(total, soonEnough.Token);
        stream = await Connecting.Open(socket, baseUrl, options.Proxy, either.Token);
        if (baseUrl.Scheme == Uri.UriSchemeHttps)
            stream = await Secure(stream, either.Token);
        Phase = RawPhase.Talking;
    }

    private async Task<Stream> Secure(Stream plain, CancellationToken soonEnough)
    {
        Phase = RawPhase.Securing;
        var secured = new SslStream(plain, leaveInnerStreamOpen: false);
        stream = secured;
        var how = new SslClientAuthenticationOptions
        {
            TargetHost = baseUrl.IdnHost,
            RemoteCertificateValidationCallback = Connecting.CertificateCheck(options),
        };
        await secured.AuthenticateAsClientAsync(how, soonEnough);
        return secured;
    }

    // Its exception has nothing to add, but must not surface as unobserved.
    private static void Forget(Task writing) =>
        writing.ContinueWith(
            static done => done.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default
        );
}
