using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;

namespace Conformance.Apis.Pennsieve;

/// <summary>The cost cap: zero and omitted both mean none (D2:67).</summary>
public static class Budgets
{
    private const string Budget = "executionBudgetUsd";

    public static Task<Finding> AcceptZero(Workbench bench) =>
        new AcceptanceProof(
            () => Runs.With(bench, Budget),
            [
                new Case("zero", "a cost cap of 0", request => With(bench, request, "0")),
                new Case("zero-point-zero", "a cost cap of 0.0", request => With(bench, request, "0.0")),
            ]
        )
        {
            Member = bench.MemberOf(Budget),
        }.Prove(bench);

    public static Task<Finding> AcceptNone(Workbench bench) =>
        Acceptance.Of(
            bench,
            "a run without a cost cap",
            () => Runs.With(bench, Budget).Without(bench.MemberOf(Budget))
        );

    /// <summary>Refused, or a cap of its own kind (R30).</summary>
    public static async Task<Finding> ObserveNegative(Workbench bench)
    {
        var request = With(bench, Runs.Fresh(bench), "-1");
        var exchange = await bench.Send(request, "a cost cap of -1");
        return Finding.Observed(bench.Observe("", "R30", "a cost cap of -1", exchange.InWords()));
    }

    private static RequestDraft With(Workbench bench, RequestDraft request, string number) =>
        request.With(bench.MemberOf(Budget), JsonValue.Parse(number));
}
