using Conformance.Schemas.Loading;

namespace Conformance.Schemas;

/// <summary>Where folders become APIs: those that the kit brings along, and any others.</summary>
public static class SchemaCatalog
{
    /// <summary>Reads one API and refuses whatever is uncited, unknown or contradictory.</summary>
    /// <exception cref="SchemaException">A file must not be worked with; it says where, why and what to do.</exception>
    public static Api Load(ApiFiles files)
    {
        var (root, registered) = (JsonText.Parse(files.Schema).Root, JsonText.Parse(files.Register).Root);
        var protocol = ApiReader.ProtocolOf(root);
        var citations = SourcesReader.Read(registered, CitationBook.Always.With(protocol.Sources));
        ImmutableArray<Interpretation> interpretations =
        [
            .. protocol.Interpretations,
            .. RegisterReader.Interpretations(registered, protocol.Interpretations.Select(i => i.Id)),
        ];
        var context = new LoadContext(citations, interpretations);
        var api = ApiReader.Read(root, context);
        api = api with
        {
            Protocol = protocol,
            Interpretations = interpretations,
            Operations = [.. api.Operations.Select(o => o with { ErrorName = protocol.ErrorName })],
        };
        var own = RegisterReader.Behaviours(registered, api, context);
        var owed = api.Documented.SelectMany(o => ProtocolApplication.Of(api, o));
        return api with
        {
            Behaviours = [.. own, .. owed.Where(b => !own.Any(o => o.Operation == b.Operation && o.Id == b.Id))],
        };
    }

    /// <summary>Short names of the APIs that the kit brings along.</summary>
    public static ImmutableArray<string> EmbeddedNames { get; } = [.. EmbeddedFiles.ApiFolders()];

    /// <summary>Every API that the kit brings along, ordered by name.</summary>
    /// <exception cref="SchemaException">A file that the kit brings along is broken.</exception>
    public static ImmutableArray<Api> Embedded() =>
        [.. EmbeddedFiles.ApiFolders().Select(folder => Load(EmbeddedFiles.Of(folder)))];

    /// <summary>The APIs that the kit brings along and those of further folders, ordered by name.</summary>
    /// <param name="folders">Each the folder of an API, or a folder of such folders.</param>
    /// <exception cref="SchemaException">A folder or a file must not be worked with; it says where, why and what to do.</exception>
    public static ImmutableArray<Api> With(IEnumerable<string> folders)
    {
        var apis = Embedded().ToBuilder();
        foreach (var files in folders.SelectMany(SchemaFolder.Read))
        {
            var api = Load(files);
            if (apis.Any(a => a.Name == api.Name))
                throw JsonText
                    .Parse(files.Schema)
                    .Root.Child("x-api")
                    .Child("name")
                    .Refuse("a name that no other API has", $"\"{api.Name}\" again", "rename one of the two");
            RefuseOtherMeanings(files, api, apis);
            apis.Add(api);
        }
        return [.. apis.OrderBy(a => a.Name, StringComparer.Ordinal)];
    }

    /// <summary>One report lists the interpretations of several APIs by their ids.</summary>
    private static void RefuseOtherMeanings(ApiFiles files, Api api, IEnumerable<Api> others)
    {
        foreach (var at in JsonText.Parse(files.Register).Root.Find("interpretations")?.Items() ?? [])
        {
            var own = api.Interpretations.First(i => i.Id == at.Child("id").Text());
            var other = others.FirstOrDefault(o => o.Interpretations.Any(i => i.Id == own.Id && i.Text != own.Text));
            if (other is not null)
                throw at.Child("id")
                    .Refuse(
                        "an id that stands for the same in every API",
                        $"\"{own.Id}\", which is another interpretation in {other.Name}",
                        "choose another id"
                    );
        }
    }
}
