using Conformance.Reports;

namespace Conformance.Engine.Testing;

/// <summary>
/// How long responses are waited for, after what was seen of the target. A target that leaves a kind of request without a
/// response is seen to do so with the full time a few times; from then on such requests get a short time or none at all,
/// and nothing is held against the target for them. Safe for concurrent callers.
/// </summary>
/// <param name="full">The time that the configuration allows a response; infinite: nothing is ever given up.</param>
public sealed class Patience(TimeSpan full)
{
    private const int FullInARow = 3;
    private const int FullInAll = 12;

    // A long run on a lasting network may lose some more, all of them by chance.
    private const int ResponsesToOneMore = 500;

    private const int TriedInARow = 6;
    private const int TriedAgainEvery = 8;

    // Far slower than anything that did arrive.
    private const int TimesTheSlowest = 3;
    private static readonly TimeSpan ShortestTime = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Streak> operations = new(StringComparer.Ordinal);
    private readonly Dictionary<RequirementGroup, Streak> groups = [];
    private TimeSpan slowest;
    private int responses;
    private int fullSilences;
    private int givenUp;
    private int byChance;
    private bool hasHung;

    private sealed class Streak
    {
        public int Silences { get; set; }

        public int HeldBack { get; set; }
    }

    /// <summary>All the time that the configuration allows.</summary>
    public Allowance Full => new(full, IsFull: true);

    /// <summary>A time in which every response came so far, with much to spare.</summary>
    public Allowance Brief
    {
        get
        {
            lock (gate)
                return full == Timeout.InfiniteTimeSpan ? Full : new(Short(), IsFull: false);
        }
    }

    /// <summary>Requests that got no response in the full time.</summary>
    public int FullSilences
    {
        get
        {
            lock (gate)
                return fullSilences;
        }
    }

    /// <summary>Requirements that were given up.</summary>
    public int GivenUp
    {
        get
        {
            lock (gate)
                return givenUp;
        }
    }

    /// <summary>Requests without a response that were seen to be so by chance.</summary>
    public int ByChance
    {
        get
        {
            lock (gate)
                return byChance;
        }
    }

    /// <summary>Whether the target was seen to leave one kind of request without a response while others got theirs.</summary>
    public bool HasHung
    {
        get
        {
            lock (gate)
                return hasHung;
        }
    }

    /// <summary>The time for a request of this operation, sent for a requirement of this group.</summary>
    public Allowance For(string operation, RequirementGroup group)
    {
        lock (gate)
        {
            var worst = Worse(Of(operations, operation), Of(groups, group));
            if (full == Timeout.InfiniteTimeSpan || !IsUsedUp(worst))
                return Full;
            // One of many is tried all the same: the target may have come back.
            return worst.Silences >= TriedInARow && ++worst.HeldBack % TriedAgainEvery != 0
                ? Allowance.None
                : new Allowance(Short(), IsFull: false);
        }
    }

    /// <summary>How many requests of this operation in a row got no response.</summary>
    public int SilencesInARow(string operation)
    {
        lock (gate)
            return Of(operations, operation).Silences;
    }

    /// <summary>A response came, whatever it says.</summary>
    public void NoteResponse(string operation, TimeSpan took)
    {
        lock (gate)
        {
            responses++;
            slowest = took > slowest ? took : slowest;
            Of(operations, operation).Silences = 0;
        }
    }

    /// <summary>No response came in the time allowed.</summary>
    public void NoteSilence(string operation, Allowance allowed)
    {
        lock (gate)
        {
            Of(operations, operation).Silences++;
            fullSilences += allowed.IsFull ? 1 : 0;
        }
    }

    /// <summary>
    /// A stream began and did not end in the time allowed. That is a response in part, whose events are judged: it makes no
    /// streak, but the time that it cost counts.
    /// </summary>
    public void NoteBrokenOff(Allowance allowed)
    {
        lock (gate)
            fullSilences += allowed.IsFull ? 1 : 0;
    }

    /// <summary>A requirement of this group has met its first request without a response.</summary>
    public void NoteSilent(RequirementGroup group)
    {
        lock (gate)
            Of(groups, group).Silences++;
    }

    /// <summary>A requirement of this group is through, and each of its requests got a response.</summary>
    public void NoteHeard(RequirementGroup group)
    {
        lock (gate)
            Of(groups, group).Silences = 0;
    }

    /// <summary>A requirement was given up, since the target would most likely leave it without a response.</summary>
    public void NoteGivenUp()
    {
        lock (gate)
            givenUp++;
    }

    /// <summary>A request without a response got one when it was sent again, or nothing got one any more.</summary>
    public void NoteByChance()
    {
        lock (gate)
            byChance++;
    }

    /// <summary>A request never got a response in the time allowed, while others always did.</summary>
    public void NoteHang()
    {
        lock (gate)
            hasHung = true;
    }

    private bool IsUsedUp(Streak worst) =>
        worst.Silences >= FullInARow || fullSilences >= FullInAll + (responses / ResponsesToOneMore);

    private TimeSpan Short()
    {
        var patient = slowest * TimesTheSlowest;
        var enough = patient > ShortestTime ? patient : ShortestTime;
        return enough < full ? enough : full;
    }

    private static Streak Worse(Streak one, Streak other) => one.Silences >= other.Silences ? one : other;

    private static Streak Of<TName>(Dictionary<TName, Streak> streaks, TName name)
        where TName : notnull
    {
        if (!streaks.TryGetValue(name, out var streak))
            streaks[name] = streak = new Streak();
        return streak;
    }
}
