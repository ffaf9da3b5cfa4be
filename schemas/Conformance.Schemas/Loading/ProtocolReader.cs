namespace Conformance.Schemas.Loading;

/// <summary>Reads a protocol: what every operation owes that is spoken in it.</summary>
internal static class ProtocolReader
{
    private static readonly Protocol Nothing = new("", "", [], [], []);

    /// <summary>The protocol of this file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="named">Gives the protocol that another one extends.</param>
    public static Protocol Read(SchemaFile file, Func<JsonLocation, Protocol> named)
    {
        var root = JsonText.Parse(file).Root;
        root.OnlyKnows([
            "$schema",
            "name",
            "title",
            "extends",
            "requestId",
            "errorName",
            .. SourcesReader.Keywords,
            "behaviours",
            "interpretations",
        ]);
        var extended = root.Find("extends") is { } other ? named(other) : Nothing;
        var book = SourcesReader.Read(root, CitationBook.Always.With(extended.Sources));
        ImmutableArray<Interpretation> interpretations =
        [
            .. extended.Interpretations,
            .. RegisterReader.Interpretations(root, extended.Interpretations.Select(i => i.Id)),
        ];
        var own = Behaviours(root, new LoadContext(book, interpretations));
        return new Protocol(
            root.Child("name").Text(),
            root.Child("title").Text(),
            [.. extended.Behaviours.Where(b => !own.Any(o => o.Id == b.Id)), .. own],
            interpretations,
            [.. book.Companions.Values.Where(s => !CitationBook.Always.Companions.ContainsKey(s.Key))]
        )
        {
            ErrorName = root.Find("errorName") is { } place ? ErrorName(place, book) : extended.ErrorName,
            RequestIdHeader = root.Find("requestId")?.Child("header").Text() ?? extended.RequestIdHeader,
        };
    }

    private static ErrorNamePlace ErrorName(JsonLocation at, CitationBook book)
    {
        at.OnlyKnows("header", "members", "level", "citation");
        var source = book.Read(at.Child("citation"));
        return new(
            at.Find("header")?.Text(),
            [.. at.Find("members")?.Items().Select(m => m.Text()) ?? []],
            CitationBook.ReadLevel(at.Child("level"), source),
            source
        );
    }

    private static ImmutableArray<ProtocolBehaviour> Behaviours(JsonLocation root, LoadContext context) =>
        [.. root.Child("behaviours").Items().Select(at => Behaviour(at, context))];

    private static ProtocolBehaviour Behaviour(JsonLocation at, LoadContext context)
    {
        at.OnlyKnows("id", "appliesTo", "restsOn", "level", "citations", "says", "interpretations");
        var citations = at.Child("citations").Items().Select(context.Citations.Read).ToImmutableArray();
        return new(
            at.Child("id").Text(),
            Shape(at.Child("appliesTo")),
            at.Find("restsOn") is { } fact ? Fact(fact) : null,
            CitationBook.ReadLevel(at.Child("level"), citations.AsSpan()),
            citations,
            at.Child("says").Text(),
            at.Find("interpretations") is { } list ? [.. context.Interpretations(list).Select(i => i.Id)] : []
        );
    }

    private static OperationShape Shape(JsonLocation at) =>
        at.Word(
            ("every", OperationShape.Every),
            ("body", OperationShape.Body),
            ("patternedText", OperationShape.PatternedText),
            ("named", OperationShape.Named),
            ("path", OperationShape.Path),
            ("patternedSegment", OperationShape.PatternedSegment)
        );

    private static StatedFact Fact(JsonLocation at) =>
        at.Word(
            ("contentType", StatedFact.ContentType),
            ("required", StatedFact.Required),
            ("pattern", StatedFact.Pattern),
            ("invalidInput", StatedFact.InvalidInput),
            ("internal", StatedFact.Internal)
        );
}
