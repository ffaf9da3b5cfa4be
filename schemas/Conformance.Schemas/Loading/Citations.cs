using System.Text.Json;

namespace Conformance.Schemas.Loading;

/// <summary>The citation, level and interpretations of every keyword that stands at one place.</summary>
internal sealed record Citations(JsonLocation At, LoadContext Context)
{
    private const string Cited = "x-citations";
    private const string Levels = "x-levels";
    private const string Disputed = "x-interpretations";

    /// <summary>Says where the member itself is described, and demands nothing.</summary>
    private const string Description = "member";

    /// <summary>Refuses a keyword without a citation, and a citation, level or interpretation without its keyword.</summary>
    public static Citations Of(JsonLocation at, LoadContext context, IReadOnlyCollection<string> keywords)
    {
        var citations = new Citations(at, context);
        foreach (var keyword in keywords)
            citations.JsonLocation(keyword);
        RefuseStrays(at, Cited, [.. keywords, Description]);
        RefuseStrays(at, Levels, keywords);
        RefuseStrays(at, Disputed, keywords);
        return citations;
    }

    /// <summary>Where the member itself is described, or null.</summary>
    public Citation? Described => At.Find(Cited)?.Find(Description) is { } spot ? Context.Citations.Read(spot) : null;

    public Citation Source(string keyword) => Context.Citations.Read(JsonLocation(keyword));

    public Level Level(string keyword)
    {
        var citation = Source(keyword);
        return At.Find(Levels)?.Find(keyword) is { } level
            ? CitationBook.ReadLevel(level, citation)
            : CitationBook.LevelOf(citation);
    }

    public ImmutableArray<Interpretation> Interpretations(string keyword) =>
        At.Find(Disputed)?.Find(keyword) is { } list ? Context.Interpretations(list) : [];

    private JsonLocation JsonLocation(string keyword) =>
        At.Find(Cited)?.Find(keyword)
        ?? throw At.Refuse(
            $"a citation for \"{keyword}\"",
            "none",
            $"add \"{Cited}\": {{ \"{keyword}\": \"D0:1\" }} with the line that states it"
        );

    private static void RefuseStrays(JsonLocation at, string extension, IReadOnlyCollection<string> keywords)
    {
        if (at.Find(extension) is not { } list)
            return;
        list.Expect(JsonValueKind.Object, "an object by keyword");
        foreach (var (name, stray) in list.Members())
            if (!keywords.Contains(name))
            {
                var known = string.Join(", ", keywords);
                throw stray.Refuse($"a keyword that stands here ({known})", $"\"{name}\"", "correct or remove it");
            }
    }
}
