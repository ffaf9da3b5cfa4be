using System.Text.Json;

namespace Conformance.Reference.Pennsieve;

/// <summary>What is wrong with the names of an object that is keyed by nodes of a definition, or null.</summary>
public delegate string? NodeCheck(JsonElement entries, WorkflowDefinition definition);

/// <summary>Objects that are keyed by the ids of nodes.</summary>
public static class NodeKeys
{
    /// <summary>Every name is the id of a node of this kind (D2:32, D2:37, D2:42, D2:47; interpretation R25).</summary>
    public static NodeCheck Of(NodeKind kind) =>
        (entries, definition) =>
        {
            if (entries.ValueKind != JsonValueKind.Object)
                return null;
            var known = definition.IdsOf(kind).ToArray();
            var unknown = entries.EnumerateObject().Select(e => e.Name).Except(known).ToArray();
            return unknown.Length == 0
                ? null
                : $"expected ids of {Name(kind)} nodes ({List(known)}), got {List(unknown)}";
        };

    /// <summary>Any name at all.</summary>
    public static string? Any(JsonElement entries, WorkflowDefinition definition) => null;

    internal static string Name(NodeKind kind) =>
        kind switch
        {
            NodeKind.DataSource => "data-source",
            NodeKind.Processor => "processor",
            _ => "data-target",
        };

    private static string List(IEnumerable<string> ids) => string.Join(", ", ids.Select(id => $"'{id}'"));
}
