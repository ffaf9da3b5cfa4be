using Conformance.Generators.Dimensions;
using Conformance.Reports;

namespace Conformance.Engine.Http;

/// <summary>One connection with one request and its response, and how far it got.</summary>
internal sealed class RawConversation(IRawConnection connection, TargetClientOptions options, TimeProvider time)
    : IDisposable
{
    // So that a server that reads as soon as something comes sees the first part alone.
    private static readonly TimeSpan BetweenSegments = TimeSpan.FromMilliseconds(15);

    private static readonly TimeSpan UntilContinue = TimeSpan.FromSeconds(1);

    private readonly BodyIntake body = new(options, time);
    private RawResponseReader? reader;
    private long start;
    private long end;

    internal RawPhase Phase => connection.Phase;

    internal ReceivedResponse? Response { get; private set; }

    /// <summary>Whether the head of the final response came.</summary>
    internal bool HeadCame => reader?.Head is not null;

    /// <summary>What of a stream came before it broke off; null where nothing did or it is no stream.</summary>
    internal ReceivedResponse? Broken(TransportFailure brokenOff) => reader?.Broken(brokenOff);

    /// <summary>Whether a stream said nothing for longer than is allowed.</summary>
    internal bool IsIdle => body.IsIdle;

    internal string Came => reader?.Came ?? "nothing";

    internal double Milliseconds =>
        start == 0 ? 0 : time.GetElapsedTime(start, end == 0 ? time.GetTimestamp() : end).TotalMilliseconds;

    internal async Task Hold(WireRequest request, ImmutableArray<byte[]> parts, CancellationToken total)
    {
        var stream = await connection.Open(total);
        start = time.GetTimestamp();
        body.Begin(start, total);
        reader = new RawResponseReader(stream, body);
        var interpretation = reader.Read(request, total);
        var writing = Write(stream, parts, request.Framing, interpretation, total);
        // A target may respond, and close, before it has taken the whole request: the response counts, not our broken pipe.
        Forget(writing);
        Response = await interpretation;
        end = time.GetTimestamp();
    }

    /// <summary>A final response ends it: whoever has responded reads no further part.</summary>
    private async Task Write(
        Stream stream,
        ImmutableArray<byte[]> parts,
        Framing framing,
        Task responded,
        CancellationToken total
    )
    {
        await stream.WriteAsync(parts[0], total);
        foreach (var part in parts[1..])
        {
            await stream.FlushAsync(total);
            await Pause(framing, responded, total);
            if (responded.IsCompleted)
                return;
            await stream.WriteAsync(part, total);
        }
    }

    private async Task Pause(Framing framing, Task responded, CancellationToken total)
    {
        if (framing != Framing.ExpectContinue)
        {
            await Task.Delay(BetweenSegments, time, total);
            return;
        }
        // A client must not wait for ever for the server to ask for the body (RFC 9110, 10.1.1).
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(total);
        await Task.WhenAny(reader!.Continued, responded, Task.Delay(UntilContinue, time, patience.Token));
        await patience.CancelAsync();
    }

    public void Dispose()
    {
        body.Dispose();
        connection.Dispose();
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
