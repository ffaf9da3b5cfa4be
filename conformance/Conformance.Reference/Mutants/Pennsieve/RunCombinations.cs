using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Members that are forgotten in one mode alone, or beside another member.</summary>
internal static class RunCombinations
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
            "ForgetsLabelsInFindOrCreate",
            "forgets the label of a run whose configuration is inline",
            ["label/given"],
            () => Understanding(asked => asked.InstanceId is null ? asked with { Label = null } : asked)
        ),
        Row(
            "TagsTheDefinitionInFindOrCreate",
            "tags the definition itself where the configuration is inline",
            ["tags/leave-the-definition-alone"],
            TagsTheDefinitionOfConfigurations
        ),
        Row(
            "ChecksNoLayersInFindOrCreate",
            "mounts any layer where the configuration is inline",
            ["layers/unknown", "layers/not-ready"],
            () => Examining(asked => asked.InstanceId is null ? asked with { Layers = [] } : asked)
        ),
        Row(
                "ForgetsTheCallbackBesideACap",
                "forgets the callback URL of a run that has a cost cap",
                ["webhook/one-at-the-end"],
                () => Understanding(asked => asked.BudgetUsd > 0 ? asked with { CallbackUrl = null } : asked)
            )
            .ConfiguredBy(WaitsShortly)
            .AlsoBreaking("webhook/*", "concurrency/*"),
        Row(
            "ForgetsContextsBesideCapAndLayers",
            "forgets the context of a run that has both a cost cap and layers",
            ["webhook/context-unchanged"],
            () =>
                Understanding(asked =>
                    asked is { BudgetUsd: > 0, Layers.IsEmpty: false } ? asked with { Context = default } : asked
                )
        ),
    ];

    private static PennsieveBehaviour TagsTheDefinitionOfConfigurations() =>
        Correct with
        {
            Handle = call =>
            {
                var response = Correct.Handle(call);
                if (
                    call.Operation == PennsieveOperation.CreateWorkflowRun
                    && response.Status < 300
                    && Correct.Members.Read(Correct.ReadBody(call.Request).Object, []) is { DefinitionId: { } id } asked
                    && call.Store.FindDefinition(id) is { } definition
                )
                    call.Store.Replace(Tagging.Tagged(definition, asked.Tags));
                return response;
            },
        };
}
