using System.Text.Json;

namespace Conformance.Reference.Pennsieve;

/// <summary>What a node of a workflow does.</summary>
public enum NodeKind
{
    DataSource,
    Processor,
    DataTarget,
}

/// <summary>One node of a workflow's graph.</summary>
/// <param name="Id">Its id, unique in the graph; the members of a request are keyed by it.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Image">The container image that a processor runs; null for other kinds.</param>
/// <param name="Tag">The image's tag; null for other kinds.</param>
public sealed record WorkflowNode(string Id, NodeKind Kind, string? Image = null, string? Tag = null);

/// <summary>A workflow definition, of which every run takes a snapshot.</summary>
/// <param name="Id">A UUID.</param>
/// <param name="Name">For humans.</param>
/// <param name="Nodes">The graph's nodes.</param>
public sealed record WorkflowDefinition(string Id, string Name, ImmutableArray<WorkflowNode> Nodes)
{
    /// <summary>The ids of the nodes of this kind, in the graph's order.</summary>
    public IEnumerable<string> IdsOf(NodeKind kind) => Nodes.Where(n => n.Kind == kind).Select(n => n.Id);
}

/// <summary>A workflow instance config: what mode 1 names and mode 2 finds or creates (D2:17, D2:22).</summary>
/// <param name="Id">A UUID.</param>
/// <param name="DefinitionId">The definition that its runs carry out.</param>
/// <param name="Configuration">The configuration by which it is found again.</param>
public sealed record WorkflowInstance(string Id, string DefinitionId, JsonElement Configuration);
