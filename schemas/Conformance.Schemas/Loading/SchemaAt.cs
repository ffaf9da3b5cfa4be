using NJsonSchema;

namespace Conformance.Schemas.Loading;

/// <summary>A schema of one value, with what its keywords are read from.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Structure">What NJsonSchema makes of it.</param>
/// <param name="Context">What it is read against.</param>
internal sealed record SchemaAt(JsonLocation At, JsonSchema Structure, LoadContext Context);
