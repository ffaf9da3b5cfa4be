namespace Conformance.Schemas.Loading;

/// <summary>Reads a whole OpenAPI document; behaviours and interpretations come from the register.</summary>
internal static class ApiReader
{
    public static Api Read(JsonLocation root, LoadContext context)
    {
        root.OnlyKnows("openapi", "info", "tags", "x-api", "x-fixtures", "x-conventions", "paths", "components");
        root.Find("components")?.OnlyKnows("schemas", "parameters", "responses");
        var about = root.Child("x-api");
        about.OnlyKnows("name", "signingName");
        var name = about.Child("name").Text();
        context = context with { Conventions = NeedsReader.Conventions(root, context.Citations) };
        var operations = Operations(name, root.Child("paths"), context).ToList();
        RefuseTwins(operations);
        References.Refuse(operations);
        var info = root.Child("info");
        return new(
            name,
            info.Child("title").Text(),
            info.Child("version").Text(),
            about.Find("signingName")?.Text(),
            [.. operations.Select(o => o.Operation).OrderBy(o => o.Role)],
            [],
            []
        )
        {
            Sources = [.. All(context.Citations)],
            Fixtures = NeedsReader.Fixtures(root),
            Conventions = context.Conventions,
        };
    }

    private static IEnumerable<(JsonLocation At, Operation Operation)> Operations(
        string api,
        JsonLocation paths,
        LoadContext context
    )
    {
        foreach (var (path, item) in paths.Members())
        {
            item.OnlyKnows("get", "put", "post", "delete", "patch", "head", "options");
            foreach (var (method, at) in item.Members())
                yield return (at, OperationReader.Read(api, method.ToUpperInvariant(), path, at, context));
        }
    }

    private static void RefuseTwins(IEnumerable<(JsonLocation At, Operation Operation)> operations)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (at, operation) in operations)
            if (!seen.Add(operation.Id))
                throw at.Child("operationId")
                    .Refuse("a name of its own", $"\"{operation.Id}\" again", "rename one of the two");
    }

    private static IEnumerable<Source> All(CitationBook book) =>
        book
            .Documents.Values.OrderBy(d => d.Key, StringComparer.Ordinal)
            .Concat(book.Companions.Values.OrderBy(c => c.Key, StringComparer.Ordinal));
}
