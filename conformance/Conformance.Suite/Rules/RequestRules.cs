using Conformance.Reports;
using Conformance.Schemas;
using Conformance.Suite.Planning;
using Conformance.Suite.Proving;

namespace Conformance.Suite.Rules;

/// <summary>Whole requests that break nothing are accepted.</summary>
public static class RequestRules
{
    public static readonly Rule AcceptsRequiredOnly = new(
        "request/required-only/accepted",
        operation =>
            [
                Plan(
                    operation,
                    "required-only",
                    $"A valid {operation.Id} with the required members alone is accepted.",
                    bench => new AcceptanceProof(
                        () => bench.Valid(operation),
                        Rounds(bench, "the required members alone")
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
