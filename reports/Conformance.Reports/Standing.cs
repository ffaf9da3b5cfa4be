namespace Conformance.Reports;

/// <summary>A verdict's weight in its run: an outcome, with failures of what is not mandatory set apart.</summary>
public enum Standing
{
    /// <summary>Failed, and the target is not conformant because of it.</summary>
    Failed,

    /// <summary>Failed at a level that is not mandatory in this run: it changes neither verdict nor exit code.</summary>
    Warning,
    Errored,
    Skipped,
    Passed,
}

/// <summary>Weighs verdicts.</summary>
public static class Standings
{
    /// <summary>The weight of a verdict in a run that is strict or not.</summary>
    public static Standing Of(Verdict verdict, bool isStrict) =>
        verdict.Outcome switch
        {
            Outcome.Failed when Conclusion.IsMandatory(verdict.Requirement.Level, isStrict) => Standing.Failed,
            Outcome.Failed => Standing.Warning,
            Outcome.Errored => Standing.Errored,
            Outcome.Skipped => Standing.Skipped,
            _ => Standing.Passed,
        };
}
