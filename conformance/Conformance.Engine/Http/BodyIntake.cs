using Conformance.Reports;

namespace Conformance.Engine.Http;

/// <summary>Reads some bytes into the room given; 0 at the end.</summary>
internal delegate ValueTask<int> ReadSome(Memory<byte> room, CancellationToken cancellation);

/// <summary>Takes in the body of one response after the other, within limits; of a stream it notes when bytes came.</summary>
internal sealed class BodyIntake(TargetClientOptions options, TimeProvider time) : IDisposable
{
    // So many arrivals at most, however the target cuts its chunks.
    private const int MostArrivals = 1000;

    // Nothing reads the rest of a body that goes on past the limit; a report shows less than this.
    private const int KeptOfTooLarge = 80 * 1024;

    private readonly BodyBuffer buffer = new();
    private readonly Deadline? idle = options.StreamIdleTimeout is { } allowed ? new Deadline(allowed, time) : null;
    private readonly List<Arrival> arrivals = [];
    private long start;
    private CancellationToken total;

    internal bool IsStream { get; private set; }

    /// <summary>Ends the wait for more: with the whole exchange, or earlier where a stream says nothing for too long.</summary>
    internal CancellationToken Patience { get; private set; }

    internal int Count => buffer.Count;

    internal bool IsOverfull => buffer.IsOverfull;

    /// <summary>Whether a stream said nothing for longer than is allowed; meaningless once the total time is over.</summary>
    internal bool IsIdle => IsStream && idle is { IsOver: true };

    /// <summary>What came, in words.</summary>
    internal string Came(ResponseHead head) =>
        arrivals.Count == 0 || buffer.Count == 0
            ? $"status {head.Status} and {Count} bytes of body"
            : $"status {head.Status} and {Count} bytes of body, the last of them after {arrivals[^1].Milliseconds / 1000:0.#} s";

    /// <param name="start">When the request went out.</param>
    /// <param name="total">Ends the whole exchange.</param>
    internal void Begin(long start, CancellationToken total)
    {
        (this.start, this.total) = (start, total);
        Expect(isStream: false);
    }

    /// <summary>To be said once the head has come.</summary>
    internal void Expect(bool isStream)
    {
        IsStream = isStream;
        buffer.Limit = isStream ? options.MaxStreamBytes : options.MaxBodyBytes;
        Patience = isStream && idle is not null ? idle.Start(total) : total;
    }

    /// <summary>Takes the next bytes, at most so many; 0 at the end.</summary>
    internal async ValueTask<int> Take(ReadSome read, long atMost = long.MaxValue)
    {
        var room = buffer.Room();
        if (room.Length > atMost)
            room = room[..(int)atMost];
        var count = await read(room, Patience);
        if (IsStream && count > 0)
            Note();
        buffer.Took(count);
        return count;
    }

    internal ReceivedResponse Response(ResponseHead head, TransportFailure? brokenOff) =>
        new(head.Status, head.Headers, Kept(), IsOverfull)
        {
            Arrivals = IsStream ? [.. arrivals] : null,
            BrokenOff = brokenOff,
            WasStillComing = brokenOff is { Kind: TransportFailureKind.Timeout } && HasComeOfLate,
        };

    internal void End()
    {
        if (IsStream)
            idle?.Stop();
        buffer.Clear();
        arrivals.Clear();
    }

    public void Dispose() => idle?.Dispose();

    // A stall lasts longer than a third of the time that the whole took.
    private bool HasComeOfLate =>
        arrivals is [.., { Milliseconds: var last }] && last >= time.GetElapsedTime(start).TotalMilliseconds * 2 / 3;

    private Body Kept() =>
        IsOverfull && !IsStream
            ? Body.FirstOf(buffer.Kept(KeptOfTooLarge), buffer.Limit)
            : buffer.Kept(most: int.MaxValue);

    private void Note()
    {
        idle?.Extend();
        var now = time.GetElapsedTime(start).TotalMilliseconds;
        if (arrivals.Count == 0 || now - arrivals[^1].Milliseconds >= Grain)
            arrivals.Add(new Arrival(buffer.Count, now));
    }

    private double Grain =>
        options.RequestTimeout == Timeout.InfiniteTimeSpan
            ? 10
            : options.RequestTimeout.TotalMilliseconds / MostArrivals;
}
