using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>Whole requests that break nothing are accepted.</summary>
internal static class RequestRules
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
                        test => new AcceptanceCheck(
                            () => test.Bare(operation),
                            Rounds(test, "the required members alone")
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
                    test => new AcceptanceCheck(() => test.Full(operation), Rounds(test, "every documented member"))
                    {
                        Fallback = () => test.FullOfSureValues(operation),
                    }
                ),
            ]
    );

    /// <summary>Where no document says that a member may be left out, that all may be is only observed.</summary>
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
                    Group = RequirementGroup.Observation,
                    Interpretations = silent.InterpretationIds,
                },
                Test = test => Rule.Observed(test, planned.Test(test), silent),
            };
    }

    private static List<Case> Rounds(TestSession test, string says) =>
        [
            .. Enumerable
                .Range(1, test.Session.Profile.Rounds)
                .Select(n => new Case($"round-{n}", says, request => request)),
        ];

    private static PlannedRequirement Plan(
        Operation operation,
        string name,
        string says,
        Func<TestSession, AcceptanceCheck> check
    ) =>
        new(
            new Requirement(
                $"{operation.Api}/{operation.Id}/request/{name}/accepted",
                operation.Api,
                operation.Id,
                RequirementGroup.Request,
                Level.Must,
                [operation.Source],
                says,
                []
            ),
            operation,
            test => check(test).Run(test)
        );
}
