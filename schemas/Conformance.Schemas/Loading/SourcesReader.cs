namespace Conformance.Schemas.Loading;

/// <summary>Reads which sources a file's citations may name.</summary>
internal static class SourcesReader
{
    /// <summary>Members of a file that list sources.</summary>
    public static readonly ImmutableArray<string> Keywords = ["documents", "companions"];

    /// <summary>The sources that this file lists, beside those that are known before.</summary>
    public static CitationBook Read(JsonLocation root, CitationBook known)
    {
        foreach (var at in Items(root, "documents"))
        {
            var (source, withText) = Document(at);
            RefuseKnown(at, source.Key, known);
            known = known with
            {
                Documents = known.Documents.Add(source.Key, source),
                LinesWithText = known.LinesWithText.Add(source.Key, withText),
            };
        }
        foreach (var at in Items(root, "companions"))
        {
            at.OnlyKnows("key", "title", "description");
            var source = Named(at);
            RefuseKnown(at, source.Key, known);
            known = known with { Companions = known.Companions.Add(source.Key, source) };
        }
        return known;
    }

    private static IEnumerable<JsonLocation> Items(JsonLocation root, string name) => root.Find(name)?.Items() ?? [];

    private static (Source Source, ImmutableHashSet<int> WithText) Document(JsonLocation at)
    {
        at.OnlyKnows("key", "title", "description", "lines", "linesWithText", "sha256");
        var lines = at.Child("lines").Whole();
        if (lines < 1)
            throw at.Child("lines").Refuse("1 line or more", $"{lines}", "count the lines of the document");
        var source = Named(at) with { Lines = lines, Sha256 = at.Find("sha256") is { } digest ? Digest(digest) : null };
        return (
            source,
            at.Find("linesWithText") is { } ranges ? LineRanges(ranges, lines) : [.. Enumerable.Range(1, lines)]
        );
    }

    private static Source Named(JsonLocation at) =>
        new(
            at.Child("key").Text(),
            at.Child("title").Text(),
            at.Find("description")?.Text() ?? at.Child("title").Text()
        );

    private static string Digest(JsonLocation at) =>
        at.Text() is { Length: 64 } digest && digest.All(char.IsAsciiHexDigitLower)
            ? digest
            : throw at.Refuse("64 hex digits in lower case", $"\"{at.Text()}\"", "give the SHA-256 of the edition");

    /// <summary>Reads <c>1,3,5-7</c>.</summary>
    private static ImmutableHashSet<int> LineRanges(JsonLocation at, int lines)
    {
        var withText = ImmutableHashSet.CreateBuilder<int>();
        foreach (var range in at.Text().Split(','))
        {
            var ends = range.Split('-');
            if (!int.TryParse(ends[0], out var first) || !int.TryParse(ends[^1], out var last) || ends.Length > 2)
                throw at.Refuse("lines as in 1,3,5-7", $"\"{range}\"", "correct the range");
            if (first < 1 || last < first || last > lines)
                throw at.Refuse($"lines from 1 to {lines}, rising", $"\"{range}\"", "correct the range");
            withText.UnionWith(Enumerable.Range(first, last - first + 1));
        }
        return withText.ToImmutable();
    }

    private static void RefuseKnown(JsonLocation at, string key, CitationBook known)
    {
        if (key.Contains(':', StringComparison.Ordinal))
            throw at.Child("key")
                .Refuse("a key without a colon", $"\"{key}\"", "a colon goes before a line; rename it");
        if (known.Documents.ContainsKey(key) || known.Companions.ContainsKey(key))
            throw at.Child("key")
                .Refuse(
                    "a key of its own",
                    $"\"{key}\" again",
                    "rename or remove it; protocols bring their sources along"
                );
    }
}
