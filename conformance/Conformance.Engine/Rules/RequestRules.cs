using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>Whole requests that break nothing are accepted.</summary>
public static class RequestRules
{
    public static readonly Rule AcceptsRequiredOnly = new(
        "request/required-only/accepted",
        operation =>
            [
                OnlyWhereTheRestIsOptional(
                    Plan(
                        operation,
                        "required-only",
                        $"A valid {operation.Id} with the required members alone is accepted.",
                        bench => new AcceptanceProof(
                            () => bench.Valid(operation),
                            Rounds(bench, "the required members alone")
                        )
                    )
                ),
            ]
    );

    public static readonly Rule AcceptsAllMembers = new(
        "request/all-members/accepted",
        operation =>
            [
                Plan(
                    operation,
                    "all-members",
                    $"A valid {operation.Id} with every documented member is accepted.",
                    bench => new AcceptanceProof(() => bench.Full(operation), Rounds(bench, "every documented member"))
                    {
                        Fallback = () => bench.FullOfSureValues(operation),
                    }
                ),
            ]
    );

    /// <summary>Where no document says that a member may be left out, that all may be is only observed (R32).</summary>
    private static PlannedRequirement OnlyWhereTheRestIsOptional(PlannedRequirement planned)
    {
        var silent = planned.Operation.Body.Select(m => m.Find<Optional>()).FirstOrDefault(o => o?.Level == Level.May);
        return silent is null
            ? planned
            : planned with
            {
                Requirement = planned.Requirement with
                {
                    Level = Level.May,
                    Group = Grouping.Observation,
                    Readings = silent.Readings,
                },
                Prove = bench => Rule.Observed(bench, planned.Prove(bench), silent),
            };
    }

    private static List<Case> Rounds(Workbench bench, string says) =>
        [
            .. Enumerable
                .Range(1, bench.Session.Profile.Rounds)
                .Select(n => new Case($"round-{n}", says, request => request)),
        ];

    private static PlannedRequirement Plan(
        Operation operation,
        string name,
        string says,
        Func<Workbench, AcceptanceProof> proof
    ) =>
        new(
            new Requirement(
                $"{operation.Api}/{operation.Id}/request/{name}/accepted",
                operation.Api,
                operation.Id,
                "request",
                Level.Must,
                [operation.Source],
                says,
                []
            ),
            operation,
            bench => proof(bench).Prove(bench)
        );
}
