using Conformance.Reports;

namespace Conformance.SelfTest;

/// <summary>What the kit says of one implementation.</summary>
/// <param name="Report">The run's report.</param>
/// <param name="Failures">The requirements that failed, in the order in which their failures showed.</param>
public sealed record Judgement(RunReport Report, ImmutableArray<Failure> Failures)
{
    /// <summary>What the kit itself failed at during the run, in words.</summary>
    public ImmutableArray<string> KitFaults { get; init; } = [];
}

/// <summary>A requirement that failed.</summary>
/// <param name="Verdict">Its verdict.</param>
/// <param name="AfterRequests">Requests that the run had sent when the failure showed.</param>
public sealed record Failure(Verdict Verdict, int AfterRequests);
