using System.Text.Json;
using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Labels, nodes, tags, layers and the cap of a run.</summary>
internal static class RunContent
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Labels("GivesNoLabel", "gives runs no label", "default", (label, _) => label),
        Labels("LabelsRunsByTheirId", "labels runs by their id", "default", (label, id) => label ?? id),
        Labels(
            "LabelsRunsInCapitals",
            "begins the labels that it makes with RUN-",
            "default",
            (label, id) => label ?? $"RUN-{id}"
        ),
        Labels("LabelsAllRunsItself", "labels all runs itself", "given", (_, id) => $"run-{id}"),
        Labels(
            "CutsLabels",
            "keeps the first ten characters of a label",
            "given",
            (label, id) => label is { Length: > 10 } ? label[..10] : label ?? $"run-{id}"
        ),
        Labels(
            "MakesIdentifiersOfLabels",
            "writes labels in lowercase, with hyphens for blanks",
            "given",
            (label, id) => label?.ToLowerInvariant().Replace(' ', '-') ?? $"run-{id}"
        ),
        TakesDataSources("TakesUnknownDataSources", "takes data sources for nodes that it does not have", NodeKeys.Any),
        TakesDataSources(
            "TakesAnyNodeForADataSource",
            "takes data sources while one of them is known",
            (entries, definition) => IsPartlyKnown(entries) ? null : Correct.DataSources(entries, definition)
        ),
        Row(
            "TagsTheDefinitionItself",
            "tags the definition itself",
            ["tags/leave-the-definition-alone"],
            () =>
                Correct with
                {
                    Tag = (source, tags) => new(Tagging.Tagged(source, tags), Tagging.Tagged(source, tags)),
                }
        ),
        Mounts("MountsLayersThatDoNotExist", "that do not exist", ["layers/unknown"], status => status is null),
        Mounts("MountsLayersThatAreNotReady", "that are not ready", ["layers/not-ready"], status => status is not null),
        Mounts("MountsAnyLayer", "of any name and status", ["layers/unknown", "layers/not-ready"], _ => true),
        DemandsOfCap(
                "RejectsACapOfZero",
                "rejects a cost cap of zero",
                ["budget/zero"],
                cap => cap with { Check = usd => usd > 0 ? null : "expected more than zero" }
            )
            .AlsoBreaking("executionBudgetUsd/type/accepted"),
        DemandsOfCap(
                "DemandsACap",
                "demands a cost cap",
                ["budget/omitted", "executionBudgetUsd/optional/accepted"],
                cap => cap with { IsRequired = true }
            )
            // Nearly every valid request has none.
            .AlsoBreaking("*/accepted", "modes/*", "budget/*"),
    ];

    /// <summary>Runs are labelled in another way.</summary>
    private static Mutant Labels(string name, string says, string breaks, Func<string?, string, string?> label) =>
        Row(name, says, [$"label/{breaks}"], () => Correct with { LabelOf = label });

    /// <summary>Data sources are taken that must not be.</summary>
    private static Mutant TakesDataSources(string name, string says, NodeCheck check) =>
        Row(name, says, ["nodes/unknown-data-source"], () => Correct with { DataSources = check });

    private static bool IsPartlyKnown(JsonElement entries) =>
        entries.ValueKind == JsonValueKind.Object
        && entries.EnumerateObject().Count() > 1
        && entries.TryGetProperty(Offered.DataSource, out _);

    /// <summary>Layers are mounted that must not be.</summary>
    private static Mutant Mounts(string name, string what, ImmutableArray<string> breaks, Func<string?, bool> mounts) =>
        Row(
            name,
            $"mounts layers {what}",
            breaks,
            () =>
                Correct with
                {
                    MountLayer = (layer, status) => mounts(status) ? null : Correct.MountLayer(layer, status),
                }
        );

    private static Mutant DemandsOfCap(
        string name,
        string says,
        ImmutableArray<string> breaks,
        Func<Member<double>, Member<double>> change
    ) => Row(name, says, breaks, () => Members(m => m with { BudgetUsd = change(m.BudgetUsd) }));
}
