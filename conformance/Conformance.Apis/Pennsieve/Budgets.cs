using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Apis.Pennsieve;

/// <summary>The cost cap: zero and omitted both mean none (D2:67).</summary>
internal static class Budgets
{
    private const string Budget = "executionBudgetUsd";

    public static Task<Finding> AcceptZero(TestSession test) =>
        new AcceptanceCheck(
            () => Runs.With(test, Budget),
            [
                new Case("zero", "a cost cap of 0", request => With(test, request, "0")),
                new Case("zero-point-zero", "a cost cap of 0.0", request => With(test, request, "0.0")),
            ]
        )
        {
            Member = test.MemberOf(Budget),
        }.Run(test);

    public static Task<Finding> AcceptNone(TestSession test) =>
        Acceptance.Of(test, "a run without a cost cap", () => Runs.With(test, Budget).Without(test.MemberOf(Budget)));

    /// <summary>Rejected, or a cap of its own kind.</summary>
    public static async Task<Finding> ObserveNegative(TestSession test)
    {
        var request = With(test, Runs.Fresh(test), "-1");
        var exchange = await test.Send(request, "a cost cap of -1");
        return Finding.Observed(
            test.Observe("", InterpretationTopic.NegativeNumber, "a cost cap of -1", exchange.InWords())
        );
    }

    private static RequestDraft With(TestSession test, RequestDraft request, string number) =>
        request.With(test.MemberOf(Budget), JsonValue.Parse(number));
}
