using Conformance.Schemas;

namespace Conformance.Reports;

/// <summary>One duty of the target that is tested by itself.</summary>
/// <param name="Id">Stable, made of names: <c>nova-act/CreateWorkflowRun/modelId/maxLength/rejected</c>.</param>
/// <param name="Api">Short name of the API.</param>
/// <param name="Operation">The operation's name.</param>
/// <param name="Group">Its kind, a row of the report's matrix.</param>
/// <param name="Level">How mandatory it is.</param>
/// <param name="Sources">Where it is stated.</param>
/// <param name="Says">The duty in one plain sentence.</param>
/// <param name="Interpretations">Ids of the interpretations that touch it.</param>
public sealed record Requirement(
    string Id,
    string Api,
    string Operation,
    RequirementGroup Group,
    Level Level,
    ImmutableArray<Citation> Sources,
    string Says,
    ImmutableArray<string> Interpretations
)
{
    /// <summary>Path of the member it is about, or null.</summary>
    public string? Member { get; init; }
}
