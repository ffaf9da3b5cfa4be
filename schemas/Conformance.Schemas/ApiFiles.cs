namespace Conformance.Schemas;

/// <summary>The two files of an API's folder.</summary>
/// <param name="Schema">Its OpenAPI document with citations: <c>openapi.json</c>.</param>
/// <param name="Register">Its documents, behaviours and interpretations: <c>register.json</c>.</param>
public sealed record ApiFiles(SchemaFile Schema, SchemaFile Register)
{
    public const string SchemaName = "openapi.json";
    public const string RegisterName = "register.json";
}
