using Conformance.Schemas;
using Conformance.Suite.Proving;

namespace Conformance.Suite.Scenarios.NovaAct;

/// <summary>A definition that does not exist has no runs.</summary>
public static class Unknown
{
    /// <summary>A run of an unknown definition is refused as not found, while the same run of a known one is accepted.</summary>
    public static Task<Finding> DefinitionIsNotFound(Workbench bench)
    {
        var cases = Enumerable
            .Range(1, bench.Session.Profile.Rounds)
            .Select(n => new Case(
                $"unknown-{n}",
                "a run of a definition that was never created",
                request => Runs.In(request, Definitions.NameIn(Definitions.Fresh(bench)))
            ));
        return new RefusalProof(
            () => Runs.Fresh(bench),
            [.. cases],
            Expectation.Refused(bench.Operation, ErrorCause.NotFound)
        ).Prove(bench);
    }
}
