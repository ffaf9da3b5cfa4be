using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Reference.Pennsieve;

namespace Conformance.Reference.Defects.Pennsieve;

/// <summary>Labels, nodes, tags, layers and the cap of a run.</summary>
internal static class Content
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new GivesNoLabel(),
        new LabelsRunsByTheirId(),
        new LabelsRunsInCapitals(),
        new LabelsAllRunsItself(),
        new CutsLabels(),
        new MakesIdentifiersOfLabels(),
        new TakesUnknownDataSources(),
        new TakesAnyNodeForADataSource(),
        new TagsTheDefinitionItself(),
        new MountsLayersThatDoNotExist(),
        new MountsLayersThatAreNotReady(),
        new MountsAnyLayer(),
        new RefusesACapOfZero(),
        new DemandsACap(),
    ];
}

/// <summary>Runs are labelled in another way.</summary>
internal abstract class Labels(string says, string breaks, Func<string?, string, string?> label)
    : PennsieveDefect(says, $"label/{breaks}")
{
    protected sealed override PennsieveBehaviour Twist() => PennsieveTwists.Correct with { LabelOf = label };
}

internal sealed class GivesNoLabel() : Labels("gives runs no label", "default", (label, _) => label);

internal sealed class LabelsRunsByTheirId() : Labels("labels runs by their id", "default", (label, id) => label ?? id);

internal sealed class LabelsRunsInCapitals()
    : Labels("begins the labels that it makes with RUN-", "default", (label, id) => label ?? $"RUN-{id}");

internal sealed class LabelsAllRunsItself() : Labels("labels all runs itself", "given", (_, id) => $"run-{id}");

internal sealed class MakesIdentifiersOfLabels()
    : Labels(
        "writes labels in small letters, with hyphens for blanks",
        "given",
        (label, id) => label?.ToLowerInvariant().Replace(' ', '-') ?? $"run-{id}"
    );

internal sealed class CutsLabels()
    : Labels(
        "keeps the first ten characters of a label",
        "given",
        (label, id) => label is { Length: > 10 } ? label[..10] : label ?? $"run-{id}"
    );

internal sealed class TakesUnknownDataSources()
    : PennsieveDefect("takes data sources for nodes that it does not have", "nodes/unknown-data-source")
{
    protected override PennsieveBehaviour Twist() => PennsieveTwists.Correct with { DataSources = NodeKeys.Any };
}

internal sealed class TakesAnyNodeForADataSource()
    : PennsieveDefect("takes data sources while one of them is known", "nodes/unknown-data-source")
{
    protected override PennsieveBehaviour Twist() =>
        PennsieveTwists.Correct with
        {
            DataSources = (entries, definition) =>
                entries.ValueKind == JsonValueKind.Object && IsKnown(entries)
                    ? null
                    : PennsieveTwists.Correct.DataSources(entries, definition),
        };

    private static bool IsKnown(JsonElement entries) =>
        entries.EnumerateObject().Count() > 1 && entries.TryGetProperty(Offered.DataSource, out _);
}

internal sealed class TagsTheDefinitionItself()
    : PennsieveDefect("tags the definition itself", "tags/leave-the-definition-alone")
{
    protected override PennsieveBehaviour Twist() =>
        PennsieveTwists.Correct with
        {
            Tag = (source, tags) => new(Tagging.Tagged(source, tags), Tagging.Tagged(source, tags)),
        };
}

/// <summary>Layers are mounted that must not be.</summary>
internal abstract class Mounts(string what, Func<string?, bool> mounts, params ImmutableArray<string> breaks)
    : PennsieveDefect($"mounts layers {what}", [.. breaks.Select(id => $"layers/{id}")])
{
    protected sealed override PennsieveBehaviour Twist() =>
        PennsieveTwists.Correct with
        {
            MountLayer = (layer, status) => mounts(status) ? null : PennsieveTwists.Correct.MountLayer(layer, status),
        };
}

internal sealed class MountsLayersThatDoNotExist() : Mounts("that do not exist", status => status is null, "unknown");

internal sealed class MountsLayersThatAreNotReady()
    : Mounts("that are not ready", status => status is not null, "not-ready");

internal sealed class MountsAnyLayer() : Mounts("of any name and status", _ => true, "unknown", "not-ready");

internal sealed class RefusesACapOfZero() : PennsieveDefect("refuses a cost cap of zero", "budget/zero")
{
    protected override ImmutableArray<string> AlsoBreaksOfRun => ["executionBudgetUsd/type/accepted"];

    protected override PennsieveBehaviour Twist() =>
        PennsieveTwists.Members(m =>
            m with
            {
                BudgetUsd = m.BudgetUsd with { Check = usd => usd > 0 ? null : "expected more than zero" },
            }
        );
}

internal sealed class DemandsACap()
    : PennsieveDefect("demands a cost cap", "budget/omitted", "executionBudgetUsd/optional/accepted")
{
    /// <summary>Nearly every valid request has none.</summary>
    protected override ImmutableArray<string> AlsoBreaksOfRun => ["*/accepted", "modes/*", "budget/*"];

    protected override PennsieveBehaviour Twist() =>
        PennsieveTwists.Members(m => m with { BudgetUsd = m.BudgetUsd with { IsRequired = true } });
}
