namespace Conformance.Schemas.Loading;

/// <summary>Reads the list of sources.</summary>
internal static class SourcesReader
{
    public static CitationBook Read(JsonLocation root)
    {
        root.OnlyKnows("$schema", "documents", "companions");
        var documents = root.Child("documents").Items().Select(Document).ToList();
        var companions = root.Child("companions").Items().Select(Companion).ToList();
        RefuseTwins(documents.Select(d => (d.At, d.Source.Key)).Concat(companions.Select(c => (c.At, c.Source.Key))));
        return new(
            documents.ToImmutableDictionary(d => d.Source.Key, d => d.Source),
            documents.ToImmutableDictionary(d => d.Source.Key, d => d.WithText),
            companions.ToImmutableDictionary(c => c.Source.Key, c => c.Source)
        );
    }

    private static (JsonLocation At, Source Source, ImmutableHashSet<int> WithText) Document(JsonLocation at)
    {
        at.OnlyKnows("key", "title", "description", "lines", "linesWithText", "sha256");
        var lines = at.Child("lines").Whole();
        var source = Named(at) with { Lines = lines, Sha256 = Digest(at.Child("sha256")) };
        return (at, source, LineRanges(at.Child("linesWithText"), lines));
    }

    private static (JsonLocation At, Source Source) Companion(JsonLocation at)
    {
        at.OnlyKnows("key", "title", "description");
        return (at, Named(at));
    }

    private static Source Named(JsonLocation at) =>
        new(at.Child("key").Text(), at.Child("title").Text(), at.Child("description").Text());

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

    private static void RefuseTwins(IEnumerable<(JsonLocation At, string Key)> sources)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (at, key) in sources)
            if (!seen.Add(key))
                throw at.Refuse("a key of its own", $"\"{key}\" again", "rename or remove one of the two");
    }
}
