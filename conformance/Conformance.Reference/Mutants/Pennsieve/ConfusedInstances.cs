using System.Collections.Concurrent;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Instances that are taken for one another, and what their runs get from them.</summary>
internal static class ConfusedInstances
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
                "FindsInstancesByTheirDefinition",
                "finds instances by the definition in their configuration and by nothing else",
                ["modes/another-configuration"],
                () => FindingBy(configuration => configuration.GetProperty("workflowDefinitionId").GetString()!)
            )
            .AlsoBreaking("modes/*"),
        Row(
                "FindsInstancesByTheTextOfEachMember",
                "finds instances by the text of each member of their configuration",
                ["modes/find-or-create-same-instance"],
                () => FindingBy(configuration => string.Join(',', configuration.Texts().Order(StringComparer.Ordinal)))
            )
            .AlsoBreaking("modes/*"),
        Row(
            "LabelsConfiguredRunsByTheirId",
            "labels runs of an inline configuration by their id where no label is given",
            ["label/default"],
            () =>
                Created(run => run.Parameters is { InstanceId: null, Label: null } ? run with { Label = run.Id } : run)
        ),
        Row(
                "KeepsTheLabelOfAnInstance",
                "labels all runs of an instance like the first one that had a label",
                ["label/given"],
                KeepsLabels
            )
            .AlsoBreaking("label/*"),
    ];

    /// <summary>Another run is stored than the right one: shown at its creation and when it is read.</summary>
    private static PennsieveBehaviour Created(Func<WorkflowRun, WorkflowRun> change) =>
        Correct with
        {
            WriteCreated = (writer, run) => Correct.WriteCreated(writer, change(run)),
            WriteRun = (writer, run) => Correct.WriteRun(writer, change(run)),
        };

    private static PennsieveBehaviour KeepsLabels()
    {
        var labels = new ConcurrentDictionary<string, string>();
        return Created(run =>
            run.Parameters.Label is { Length: > 0 } label
                ? run with
                {
                    Label = labels.GetOrAdd(run.InstanceId, label),
                }
                : run
        );
    }
}
