namespace Conformance.Schemas.Loading;

/// <summary>The sources, and what a citation in its short form means.</summary>
internal sealed record CitationBook(
    ImmutableDictionary<string, Source> Documents,
    ImmutableDictionary<string, ImmutableHashSet<int>> LinesWithText,
    ImmutableDictionary<string, Source> Companions
)
{
    private const string Implied = "implied";

    /// <summary>What every file may cite: that the configuration states it, and that a line of a document implies it.</summary>
    public static readonly CitationBook Always = new(
        ImmutableDictionary<string, Source>.Empty,
        ImmutableDictionary<string, ImmutableHashSet<int>>.Empty,
        ImmutableDictionary<string, Source>
            .Empty.Add(
                "convention",
                new(
                    "convention",
                    "Convention",
                    "No document states it; the target's configuration does, and the default is the kit's."
                )
            )
            .Add(
                Implied,
                new(
                    Implied,
                    "Implied by a document",
                    "What a line of a document plainly implies without stating it; written with that line, as in implied:D0:5."
                )
            )
    );

    /// <summary>The same with these companion sources as well.</summary>
    public CitationBook With(IEnumerable<Source> companions) =>
        this with
        {
            Companions = Companions.SetItems(companions.Select(c => KeyValuePair.Create(c.Key, c))),
        };

    /// <summary>Reads <c>D0:67</c>, <c>aws-model</c> or <c>implied:D0:5</c>.</summary>
    public Citation Read(JsonLocation at)
    {
        var parts = at.Text().Split(':');
        if (parts is [Implied, _, _] && Companions.TryGetValue(Implied, out var implied))
        {
            var named = InDocument(at, parts[1], parts[2]);
            return new($"{Implied}:{named.Source}", named.Line, $"{implied.Title}: {named.Title}");
        }
        if (parts is [var key, var line])
            return InDocument(at, key, line);
        if (parts is [Implied])
            throw at.Refuse("the line that implies it, as in implied:D0:5", $"\"{Implied}\"", "add the line");
        if (parts is [var companion] && Companions.TryGetValue(companion, out var source))
            return new(companion, null, source.Title);
        if (parts is [var document] && Documents.ContainsKey(document))
            throw at.Refuse($"a line, as in {document}:5", $"\"{document}\"", "add the line");
        throw Unknown(at);
    }

    private Citation InDocument(JsonLocation at, string key, string line)
    {
        if (!Documents.TryGetValue(key, out var document))
            throw Unknown(at);
        if (!int.TryParse(line, out var number) || $"{number}" != line || number < 1 || number > document.Lines)
            throw at.Refuse($"a line of {key} from 1 to {document.Lines}", $"\"{line}\"", "correct the line");
        if (!LinesWithText[key].Contains(number))
            throw at.Refuse($"a line of {key} that holds text", $"the empty line {line}", "cite the line that says it");
        return new(key, number, document.Title);
    }

    private SchemaException Unknown(JsonLocation at)
    {
        var known = string.Join(", ", Documents.Keys.Concat(Companions.Keys).Order(StringComparer.Ordinal));
        return at.Refuse(
            $"a source among {known}",
            $"\"{at.Text()}\"",
            "correct the key, or add it to the documents or companions of the register"
        );
    }

    /// <summary>What the citation alone says of the level: a document's own line is mandatory, all else is a companion.</summary>
    public static Level LevelOf(Citation citation) => citation.IsNormative ? Level.Must : Level.Should;

    /// <summary>Reads a level and refuses <c>must</c> where no document stands behind it.</summary>
    public static Level ReadLevel(JsonLocation at, params ReadOnlySpan<Citation> citations)
    {
        var level = at.Word(("must", Level.Must), ("should", Level.Should), ("may", Level.May));
        if (level != Level.Must)
            return level;
        foreach (var citation in citations)
            if (citation.IsNormative)
                return level;
        throw at.Refuse("a document's line behind a must", "companion sources only", "say should, or cite a document");
    }
}
