using System.Globalization;
using Conformance.Reports;
using Conformance.Suite.Running;

namespace Conformance.Suite.Proving;

/// <summary>
/// How one requirement waits for its responses. Whoever has seen the target leave a request without a response may look
/// again with the full time, whatever the others have seen: a failure is what was seen twice.
/// </summary>
internal sealed class Waiting(Patience patience, string group)
{
    // The request, the same again, and what shows that the target is there.
    private const int SilencesOfItsOwn = 4;

    private int silences;
    private int fullSilences;

    /// <summary>Whether a request got no response.</summary>
    public bool WasSilent => Volatile.Read(ref silences) > 0;

    /// <summary>Whether everything is waited for with the full time, and nothing is given up.</summary>
    public bool IsUnhurried { get; init; }

    /// <summary>The time for a request of this operation.</summary>
    /// <exception cref="GaveUpException">It is not to be sent.</exception>
    public Allowance Allow(string operation)
    {
        if (IsUnhurried || Volatile.Read(ref fullSilences) is > 0 and < SilencesOfItsOwn)
            return patience.Full;
        var allowed = patience.For(operation, group);
        return allowed != Allowance.None ? allowed : throw new GaveUpException($"not tried any more: {WhatWasSeen()}");
    }

    /// <summary>Notes what became of it.</summary>
    /// <exception cref="GaveUpException">No response came, in less than the full time.</exception>
    public void Note(string operation, Allowance allowed, Exchange exchange)
    {
        if (!exchange.RanOutOfTime())
        {
            if (exchange.Response is not null)
                patience.NoteResponse(operation, TimeSpan.FromMilliseconds(exchange.Milliseconds));
            return;
        }
        if (exchange.Response is null)
        {
            Interlocked.Increment(ref silences);
            patience.NoteSilence(operation, allowed);
        }
        else
            patience.NoteBrokenOff(allowed);
        if (allowed.IsFull)
            Interlocked.Increment(ref fullSilences);
        else
            throw new GaveUpException($"given up after {Seconds(allowed.Time)} s: {WhatWasSeen()}");
    }

    private string WhatWasSeen() =>
        $"the target left {patience.FullSilences.ToString(CultureInfo.InvariantCulture)} requests without a response "
        + $"in {Seconds(patience.Full.Time)} s each; mend what hangs and run again";

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture);
}
