using System.Text.Json;

namespace Conformance.Reference.BedrockFlows;

/// <summary>
/// A flow that is there to be invoked: one input node whose output leads to one output node, so that its output is the
/// document that went in, unless it fails.
/// </summary>
/// <param name="Identifier">Ten letters or digits.</param>
public sealed record Flow(string Identifier)
{
    /// <summary>Identifiers of its aliases.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [Offer.TestAlias, Offer.Alias];

    /// <summary>Name of its only input node.</summary>
    public string InputNode { get; init; } = Offer.InputNode;

    /// <summary>Name of the input node's only output.</summary>
    public string InputNodeOutput { get; init; } = Offer.InputNodeOutput;

    /// <summary>Name of its only output node.</summary>
    public string OutputNode { get; init; } = Offer.OutputNode;

    /// <summary>The error with which it fails before the stream begins, or null.</summary>
    public FlowError? FailsBeforeStream { get; init; }

    /// <summary>The error with which it fails within the stream, after its output, or null.</summary>
    public FlowError? FailsWithinStream { get; init; }
}

/// <summary>The one input with which a flow is invoked.</summary>
/// <param name="NodeName">Name of the input node.</param>
/// <param name="NodeOutputName">Name of that node's output; null when it is left out.</param>
/// <param name="Document">Any JSON value.</param>
public sealed record FlowInput(string NodeName, string? NodeOutputName, JsonElement Document);

/// <summary>A flow that is being run, with an input that fits it.</summary>
public sealed record FlowInvocation(Flow Flow, FlowInput Input);
