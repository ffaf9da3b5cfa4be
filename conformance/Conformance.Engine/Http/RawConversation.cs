using Conformance.Reports;

namespace Conformance.Engine.Http;

/// <summary>One connection with one request and its response, and how far it got.</summary>
internal sealed class RawConversation(IRawConnection connection, TargetClientOptions options, TimeProvider time)
    : IDisposable
{
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

    internal async Task Hold(WireRequest request, byte[] bytes, CancellationToken total)
    {
        var stream = await connection.Open(total);
        start = time.GetTimestamp();
        body.Begin(start, total);
        reader = new RawResponseReader(stream, body);
        var interpretation = reader.Read(request, total);
        var writing = stream.WriteAsync(bytes, total).AsTask();
        // A target may respond, and close, before it has taken the whole request: the response counts, not our broken pipe.
        Forget(writing);
        Response = await interpretation;
        end = time.GetTimestamp();
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
