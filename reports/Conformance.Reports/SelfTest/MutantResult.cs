namespace Conformance.Reports.SelfTest;

/// <summary>A mutant and what the kit saw of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Api">Short name of the API that it gets wrong.</param>
/// <param name="Says">The fault, in words that follow "the target".</param>
/// <param name="Breaks">Globs over the requirements that have to notice.</param>
/// <param name="ShowsOnceIn">In how many chances it shows once; 1 for always.</param>
/// <param name="Trials">One for each seed.</param>
public sealed record MutantResult(
    string Name,
    string Api,
    string Says,
    ImmutableArray<string> Breaks,
    int ShowsOnceIn,
    ImmutableArray<MutantTrial> Trials
)
{
    /// <summary>Path of the source file in which its row stands, from the root of the repository.</summary>
    public string File { get; init; } = "";

    /// <summary>Why it may survive this profile; null where it may not.</summary>
    public string? MaySurviveBecause { get; init; }

    /// <summary>The worst of its trials.</summary>
    public Fate Fate => Trials.IsEmpty ? Fate.Survived : Trials.Max(t => t.Fate);

    /// <summary>Trials in which it was killed, by whatever requirement.</summary>
    public int KilledTrials => Trials.Count(t => t.Fate != Fate.Survived);

    /// <summary>The requirement that noticed first, in the first trial that noticed at all.</summary>
    public Kill? FirstKill => Trials.Where(t => !t.Kills.IsEmpty).Select(t => t.Kills[0]).FirstOrDefault();

    /// <summary>
    /// Requests up to the first kill, as the median over all trials; null where it survived at least half of them.
    /// </summary>
    public double? MedianRequestsToKill =>
        Median.Of([.. Trials.Select(t => t.Kills.IsEmpty ? double.PositiveInfinity : t.Kills[0].AfterRequests)])
            is { } median
        && double.IsFinite(median)
            ? median
            : null;
}

/// <summary>What became of a mutant; later ones are worse.</summary>
public enum Fate
{
    /// <summary>Everything that it breaks was noticed, and nothing else was held against it.</summary>
    Killed,

    /// <summary>Something was noticed, but not all that it breaks, or something that it does not break.</summary>
    KilledForAnotherReason,

    /// <summary>Nothing was noticed.</summary>
    Survived,
}

/// <summary>One run against a mutant.</summary>
/// <param name="Seed">Seed of the run.</param>
/// <param name="Requests">Requests of the whole run.</param>
/// <param name="Kills">The requirements that failed, in the order in which they did.</param>
/// <param name="Unnoticed">Globs of what it breaks that no failed requirement matches.</param>
public sealed record MutantTrial(long Seed, int Requests, ImmutableArray<Kill> Kills, ImmutableArray<string> Unnoticed)
{
    /// <summary>Requirements that could not be judged because of an error of the kit or the network.</summary>
    public ImmutableArray<string> Errored { get; init; } = [];

    /// <summary>
    /// What is wrong with the run itself, such as requirements that errored, or a conclusion that does not follow from the
    /// verdicts; null for nothing.
    /// </summary>
    public string? KitFault { get; init; }

    /// <summary>What became of it in this run.</summary>
    public Fate Fate =>
        Kills.IsEmpty ? Fate.Survived
        : Unnoticed.IsEmpty && Kills.All(k => k.Aim != Aim.Beside) ? Fate.Killed
        : Fate.KilledForAnotherReason;
}

/// <summary>A requirement that failed on a mutant.</summary>
/// <param name="Requirement">Its id.</param>
/// <param name="AfterRequests">Requests that the run had sent when the failure showed.</param>
/// <param name="Aim">How it stands to what the implementation gets wrong.</param>
public sealed record Kill(string Requirement, int AfterRequests, Aim Aim);

/// <summary>How a failed requirement stands to what an implementation gets wrong.</summary>
public enum Aim
{
    /// <summary>It is what the fault breaks.</summary>
    Broken,

    /// <summary>The fault breaks it too, though it need not notice.</summary>
    AlsoBroken,

    /// <summary>The fault does not touch it: it accuses wrongly.</summary>
    Beside,
}
