using System.Globalization;
using Conformance.Engine.Exchanges;
using Conformance.Reports;

namespace Conformance.Engine.Testing;

/// <summary>How long the response to a request is waited for that got none before.</summary>
internal enum Repeating
{
    /// <summary>Long enough to see that nothing comes, as far as the target's other responses tell.</summary>
    Briefly,

    /// <summary>With all the time that the configuration allows.</summary>
    InFull,
}

/// <summary>
/// How one requirement waits for its responses. Whoever has seen the target leave a request without a response may look
/// again with the full time, whatever the others have seen: a failure is what was seen twice.
/// </summary>
internal sealed class Waiting(Patience patience, RequirementGroup group)
{
    // The request, the same again, and what shows that the target is there.
    private const int SilencesOfItsOwn = 4;

    private int silences;
    private int fullSilences;

    /// <summary>Whether a request got no response.</summary>
    public bool WasSilent => Volatile.Read(ref silences) > 0;

    /// <summary>Whether everything is waited for with the full time, and nothing is given up.</summary>
    public bool IsUnhurried { get; init; }

    /// <summary>Whether it only records what the target does: nothing has to be seen twice, and those that judge come first.</summary>
    public bool OnlyRecords { get; init; }

    /// <summary>Set while a request that got no response is sent again.</summary>
    public Repeating? Repeats { get; set; }

    /// <summary>The time for a request of this operation.</summary>
    /// <exception cref="GaveUpException">It is not to be sent.</exception>
    public Allowance Allow(string operation)
    {
        if (Repeats is { } repeating)
            return repeating == Repeating.InFull ? patience.Full : patience.Brief;
        var seen = Volatile.Read(ref fullSilences);
        var most = OnlyRecords ? 1 : SilencesOfItsOwn;
        if (IsUnhurried || (seen > 0 && seen < most))
            return patience.Full;
        var allowed = seen >= most ? patience.Brief : patience.For(operation, group);
        // What is recorded accuses nobody: where the target is known to hang, it is not worth the full time.
        if (allowed.IsFull && OnlyRecords && patience.HasHung)
            allowed = patience.Brief;
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
            if (Interlocked.Increment(ref silences) == 1 && !OnlyRecords)
                patience.NoteSilent(group);
            patience.NoteSilence(operation, allowed);
        }
        else
            patience.NoteBrokenOff(allowed);
        if (allowed.IsFull)
            Interlocked.Increment(ref fullSilences);
        else if (Repeats is null)
            throw new GaveUpException($"given up after {Seconds(allowed.Time)} s: {WhatWasSeen()}");
    }

    private string WhatWasSeen() =>
        $"the target left {patience.FullSilences.ToString(CultureInfo.InvariantCulture)} requests without a response "
        + $"in {Seconds(patience.Full.Time)} s each; mend what hangs and run again";

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture);
}
