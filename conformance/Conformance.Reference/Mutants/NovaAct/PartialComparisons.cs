using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Requests with one token are the same to these when some of their members are, or nearly are.</summary>
internal static class PartialComparisons
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        OfRuns(
            "ComparesRunsAtTheTopLevel",
            "looks at no member within clientInfo when it compares runs of one token",
            (first, second) => WithoutClientInfo(first) == WithoutClientInfo(second)
        ),
        OfRuns(
            "TakesMissingLogGroupForTheFirstOne",
            "takes a run without log group for a repeat of one that had a log group",
            (first, second) => (second.LogGroupName is null ? first with { LogGroupName = null } : first) == second
        ),
        OfDefinitions(
            "ComparesDescriptionsWithoutTheirCase",
            "takes no notice of capitals when it compares descriptions of one token",
            (first, second) => InCapitals(first) == InCapitals(second)
        ),
    ];

    /// <summary>Runs of one token are compared in another way.</summary>
    private static Mutant OfRuns(string name, string says, Func<RunParameters, RunParameters, bool> areSame) =>
        Row(
            name,
            says,
            ["CreateWorkflowRun/idempotency/other-parameters/conflict"],
            () =>
                Twists.Correct with
                {
                    RunTokens = new() { IsSameRequest = (a, b) => areSame((RunParameters)a, (RunParameters)b) },
                }
        );

    /// <summary>Definitions of one token are compared in another way.</summary>
    public static Mutant OfDefinitions(
        string name,
        string says,
        Func<DefinitionParameters, DefinitionParameters, bool> areSame
    ) =>
        Row(
            name,
            says,
            ["CreateWorkflowDefinition/idempotency/other-parameters/conflict"],
            () =>
                Twists.Correct with
                {
                    DefinitionTokens = new()
                    {
                        IsSameRequest = (a, b) => areSame((DefinitionParameters)a, (DefinitionParameters)b),
                    },
                }
        );

    private static RunParameters WithoutClientInfo(RunParameters run) =>
        run with
        {
            CompatibilityVersion = 0,
            SdkVersion = null,
        };

    private static DefinitionParameters InCapitals(DefinitionParameters definition) =>
        definition with
        {
            Description = definition.Description?.ToUpperInvariant(),
        };
}
