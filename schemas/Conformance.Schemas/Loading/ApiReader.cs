using System.Text.Json;

namespace Conformance.Schemas.Loading;

/// <summary>Reads a whole OpenAPI document; behaviours and interpretations come from the register.</summary>
internal static class ApiReader
{
    /// <summary>The protocol that the document names.</summary>
    public static Protocol ProtocolOf(JsonLocation root)
    {
        root.OnlyKnows("openapi", "info", "tags", "x-api", "x-fixtures", "x-conventions", "paths", "components");
        var version = root.Child("openapi");
        if (!version.Text().StartsWith("3.0.", StringComparison.Ordinal))
            throw version.Refuse(
                "an OpenAPI document of version 3.0",
                $"\"{version.Text()}\"",
                "write it in that version"
            );
        root.Find("components")?.OnlyKnows("schemas", "parameters", "responses", "requestBodies");
        return ProtocolCatalog.Named(root.Child("x-api").Child("protocol"));
    }

    public static Api Read(JsonLocation root, LoadContext context)
    {
        var about = root.Child("x-api");
        about.OnlyKnows("name", "signingName", "protocol", "sendsWebhooks");
        about.Find("sendsWebhooks")?.Expect(JsonValueKind.True, "true");
        var name = Name(about.Child("name"));
        context = context with { Conventions = NeedsReader.Conventions(root, context.Citations) };
        var operations = Operations(name, root.Child("paths"), context).ToList();
        RefuseDuplicates(operations);
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
            SendsWebhooks = about.Find("sendsWebhooks") is not null,
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

    /// <summary>A name that can stand in ids, in the configuration and on the command line.</summary>
    private static string Name(JsonLocation at)
    {
        var name = at.Text();
        return name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && name[0] != '-'
            ? name
            : throw at.Refuse("a name of lowercase letters, digits and dashes", $"\"{name}\"", "correct the name");
    }

    private static void RefuseDuplicates(IEnumerable<(JsonLocation At, Operation Operation)> operations)
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
