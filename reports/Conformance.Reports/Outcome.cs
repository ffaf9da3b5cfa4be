namespace Conformance.Reports;

/// <summary>What became of a requirement.</summary>
public enum Outcome
{
    Passed,

    /// <summary>The target does not do its duty.</summary>
    Failed,

    /// <summary>Not tested, for a reason that is given.</summary>
    Skipped,

    /// <summary>The kit, the network or the configuration failed: never held against the target.</summary>
    Errored,
}

/// <summary>Why a requirement was skipped.</summary>
public enum SkipReason
{
    /// <summary>The configuration says that the target does not implement it.</summary>
    Unsupported,

    /// <summary>Something the configuration should name is missing.</summary>
    MissingFixture,

    /// <summary>The control request was rejected too, so a rejection shows nothing.</summary>
    NotIsolated,

    /// <summary>Two interpretations of the documents allow what the target does.</summary>
    InterpretationAllows,

    /// <summary>It shows only through an optional operation that the target does not have.</summary>
    NotObservable,

    /// <summary>It does not apply to this run, such as a check of credentials where none are configured.</summary>
    NotApplicable,

    /// <summary>The run ended before its turn.</summary>
    Interrupted,
}
