using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>
/// Two faults each: a member is demanded that is optional, which rejects nearly every request that is meant to show the
/// other one.
/// </summary>
internal static class TwoFaultsOfRuns
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Demands(
            "DemandsLabelAndMountsUnreadyLayers",
            "demands name, and mounts layers that are not ready",
            ["name/optional/accepted", "layers/not-ready"],
            m => m with { Label = Demanded(m.Label) },
            right =>
                right with
                {
                    MountLayer = (layer, status) => status is null ? Correct.MountLayer(layer, status) : null,
                }
        ),
        Demands(
            "DemandsContextAndCallsEveryEndASuccess",
            "demands completionCallbackContext, and calls a success whatever ended",
            ["completionCallbackContext/optional/accepted", "webhook/failed-run", "webhook/canceled-run"],
            m => m with { Context = Demanded(m.Context) },
            right => right with { WriteWebhook = Telling(run => run with { Status = RunStatus.Succeeded }) }
        ),
        Demands(
            "DemandsCapAndTagsTheDefinition",
            "demands executionBudgetUsd, and tags the definition itself",
            ["executionBudgetUsd/optional/accepted", "budget/omitted", "tags/leave-the-definition-alone"],
            m => m with { BudgetUsd = Demanded(m.BudgetUsd) },
            right =>
                right with
                {
                    Tag = (source, tags) => new(Tagging.Tagged(source, tags), Tagging.Tagged(source, tags)),
                }
        ),
    ];

    private static Mutant Demands(
        string name,
        string says,
        ImmutableArray<string> breaks,
        Func<RunMembers, RunMembers> demand,
        Func<PennsieveBehaviour, PennsieveBehaviour> other
    ) =>
        Row(name, says, breaks, () => other(Members(demand)))
            .AlsoBreaking("*/accepted", "modes/*", "budget/*", "webhook/*");

    private static Member<T> Demanded<T>(Member<T> member) => member with { IsRequired = true };
}
