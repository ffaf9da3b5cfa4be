using Conformance.Schemas.Loading;

namespace Conformance.Schemas;

/// <summary>Where schemas become APIs: from any text, or from the files that the kit brings along.</summary>
public static class SchemaCatalog
{
    private const string Folder = "apis/";
    private const string SchemaEnding = ".openapi.json";

    /// <summary>Reads one API and refuses whatever is uncited, unknown or contradictory.</summary>
    /// <param name="schema">An OpenAPI 3.0 document with the extensions that <c>schemas/README.md</c> lists.</param>
    /// <param name="register">Behaviours and interpretations of the same API.</param>
    /// <param name="sources">The sources that citations may name.</param>
    /// <exception cref="SchemaException">A file must not be worked with; it says where, why and what to do.</exception>
    public static Api Load(SchemaFile schema, SchemaFile register, SchemaFile sources)
    {
        var citations = SourcesReader.Read(JsonText.Parse(sources).Root);
        var registered = JsonText.Parse(register).Root;
        var interpretations = RegisterReader.Interpretations(registered);
        var context = new LoadContext(citations, [.. interpretations.Select(r => r.Id)]);
        var api = ApiReader.Read(JsonText.Parse(schema).Root, context) with { Interpretations = interpretations };
        return api with { Behaviours = RegisterReader.Behaviours(registered, api, context) };
    }

    /// <summary>Every API that the kit brings along, ordered by name.</summary>
    /// <exception cref="SchemaException">A file that the kit brings along is broken.</exception>
    public static ImmutableArray<Api> Embedded() =>
        [
            .. EmbeddedNames()
                .Select(name => Load(EmbeddedFile(name), EmbeddedFile(RegisterOf(name)), EmbeddedFile("sources.json")))
                .OrderBy(api => api.Name, StringComparer.Ordinal),
        ];

    /// <summary>File names of the schemas that the kit brings along, such as <c>nova-act.openapi.json</c>.</summary>
    public static ImmutableArray<string> EmbeddedNames() =>
        [
            .. typeof(SchemaCatalog)
                .Assembly.GetManifestResourceNames()
                .Where(name =>
                    name.StartsWith(Folder, StringComparison.Ordinal)
                    && name.EndsWith(SchemaEnding, StringComparison.Ordinal)
                )
                .Select(name => name[Folder.Length..])
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The text of a file that the kit brings along.</summary>
    /// <param name="name">Such as <c>sources.json</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static SchemaFile EmbeddedFile(string name)
    {
        using var stream =
            typeof(SchemaCatalog).Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new FileNotFoundException(
                $"expected schemas/apis/{name} among the files of the kit; it is missing: add it beside its schema",
                name
            );
        using var reader = new StreamReader(stream);
        return new(name, reader.ReadToEnd());
    }

    /// <summary>The register that belongs to a schema: <c>nova-act.register.json</c>.</summary>
    public static string RegisterOf(string schemaName) => schemaName[..^SchemaEnding.Length] + ".register.json";
}
