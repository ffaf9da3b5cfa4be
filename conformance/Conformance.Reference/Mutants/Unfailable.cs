namespace Conformance.Reference.Mutants;

/// <summary>A requirement that no implementation fails, whatever it gets wrong, and why.</summary>
/// <param name="Requirement">Its id.</param>
/// <param name="Because">The reason, in one sentence.</param>
public sealed record Unfailable(string Requirement, string Because)
{
    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<Unfailable> List =
    [
        new(
            "bedrock-flows/InvokeFlow/inputs[].content/type/accepted",
            "only content that the flow takes can be accepted, and whoever rejects it fails request/required-only/accepted"
        ),
        new(
            "bedrock-flows/InvokeFlow/inputs[].nodeName/pattern/accepted",
            "only the flow's own node can be accepted, and whoever rejects it fails request/required-only/accepted"
        ),
        new(
            "bedrock-flows/InvokeFlow/inputs[].nodeName/type/accepted",
            "only the flow's own node can be accepted, and whoever rejects it fails request/required-only/accepted"
        ),
        new(
            "pennsieve/CreateWorkflowRun/completionCallbackUrl/type/accepted",
            "a target may call back Lambda Function URLs alone (R35), so a rejection is no failure"
        ),
        new(
            "pennsieve/CreateWorkflowRun/layers[]/type/accepted",
            "only layers that exist can be accepted, and whoever rejects them fails layers/type/accepted"
        ),
    ];

    /// <summary>Why no implementation fails this requirement; null where some does.</summary>
    public static string? Excuse(string requirement) => List.FirstOrDefault(u => u.Requirement == requirement)?.Because;
}
