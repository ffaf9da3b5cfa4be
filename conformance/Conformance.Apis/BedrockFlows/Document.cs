using Conformance.Generators;

namespace Conformance.Apis.BedrockFlows;

/// <summary>A document to send through a flow.</summary>
/// <param name="Says">What it is, in words.</param>
/// <param name="Value">The document.</param>
internal sealed record Document(string Says, JsonValue Value)
{
    /// <summary>Whether a target that takes its kind may reject it all the same: what is empty, or large.</summary>
    public bool MayBeRejected { get; init; }

    /// <summary>The kind of JSON value: a flow may take some kinds alone.</summary>
    public string Kind =>
        Value switch
        {
            JsonText => "text",
            JsonArray => "array",
            JsonObject => "object",
            JsonRaw { IsNumber: true } => "number",
            _ => "boolean",
        };
}
