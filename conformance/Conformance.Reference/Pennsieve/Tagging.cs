using System.Text.Json;

namespace Conformance.Reference.Pennsieve;

/// <summary>What tags come to.</summary>
/// <param name="Snapshot">The definition that the run carries out.</param>
/// <param name="Source">The definition that stays for all others.</param>
public sealed record Tagging(WorkflowDefinition Snapshot, WorkflowDefinition Source)
{
    /// <summary>Replaces tags in a copy alone; the source is not changed (D2:47).</summary>
    public static Tagging OfCopy(WorkflowDefinition source, JsonElement tags) => new(Tagged(source, tags), source);

    /// <summary>The definition with these tags in the place of its own.</summary>
    public static WorkflowDefinition Tagged(WorkflowDefinition definition, JsonElement tags)
    {
        if (tags.ValueKind != JsonValueKind.Object)
            return definition;
        var nodes = definition.Nodes.Select(node =>
            tags.TryGetProperty(node.Id, out var tag) ? node with { Tag = tag.GetString() } : node
        );
        return definition with { Nodes = [.. nodes] };
    }
}
