using System.Text.Json;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>A value far beyond the edge, and a demand that hides a second fault.</summary>
internal static class RunLimits
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
                "BreaksAtCapsBeyondADouble",
                "breaks down at a cost cap that no double can hold",
                ["robustness/no-server-error"],
                () =>
                    Members(m =>
                        m with
                        {
                            BudgetUsd = m.BudgetUsd with
                            {
                                Kind = json =>
                                    json.ValueKind == JsonValueKind.Number && !double.IsFinite(json.GetDouble())
                                        ? throw new OverflowException()
                                        : m.BudgetUsd.Kind(json),
                            },
                        }
                    )
            )
            .AlsoBreaking("executionBudgetUsd/*"),
        Row(
                "DemandsTagsAndMakesAnInstanceForEveryRun",
                "demands tags, and makes an instance for every run of a configuration",
                ["tags/optional/accepted", "modes/find-or-create-same-instance"],
                () =>
                    Members(m => m with { Tags = m.Tags with { IsRequired = true } }) with
                    {
                        LooksForInstance = _ => false,
                    }
            )
            .AlsoBreaking("*/accepted", "modes/*", "budget/*"),
    ];
}
