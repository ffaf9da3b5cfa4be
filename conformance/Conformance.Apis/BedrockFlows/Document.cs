using Conformance.Generators;

namespace Conformance.Apis.BedrockFlows;

/// <summary>A document to send through a flow.</summary>
/// <param name="Says">What it is, in words.</param>
/// <param name="Value">The document.</param>
internal sealed record Document(string Says, JsonValue Value)
{
    /// <summary>Whether a target that takes its kind may reject it all the same: what is empty, or large.</summary>
    public bool MayBeRejected { get; init; }

    /// <summary>Whether smaller ones are looked for where it comes back changed: not of what is large, or fails by its spelling.</summary>
    public bool CanShrink { get; init; } = true;

    /// <summary>The JSON text to send in place of the usual one for the value; null for the usual one.</summary>
    public JsonRaw? Spelling { get; init; }

    /// <summary>Name of the observation where it is rejected; several may share one.</summary>
    public string Class { get; init; } = Says.Replace(' ', '-');

    /// <summary>Whether every optional member is sent along.</summary>
    public bool IsSentInFull { get; init; }

    /// <summary>What stands in the request.</summary>
    public JsonValue Sent => Spelling ?? Value;

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
