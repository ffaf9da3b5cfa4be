namespace Conformance.Schemas.Loading;

/// <summary>Reads what only a target's configuration can tell: fixtures that are no member's value, and conventions.</summary>
internal static class NeedsReader
{
    public static ImmutableArray<FixtureNeed> Fixtures(JsonLocation root) =>
        [.. root.Find("x-fixtures")?.Members().Select(fixture => Fixture(fixture.Name, fixture.At)) ?? []];

    public static ImmutableArray<Convention> Conventions(JsonLocation root, CitationBook book) =>
        [.. root.Find("x-conventions")?.Members().Select(c => Convention(c.Name, c.At, book)) ?? []];

    private static FixtureNeed Fixture(string name, JsonLocation at)
    {
        at.OnlyKnows("says", "example");
        return new(name, at.Child("says").Text(), at.Child("example").Text());
    }

    private static Convention Convention(string name, JsonLocation at, CitationBook book)
    {
        at.OnlyKnows("default", "says", "citation");
        return new(name, at.Child("default").Text(), at.Child("says").Text(), book.Read(at.Child("citation")));
    }

    /// <summary>The convention that decides what stands here, or null; its default has to be just that.</summary>
    /// <param name="at">Where the extension stands.</param>
    /// <param name="extension">Such as <c>x-convention</c>.</param>
    /// <param name="stands">What stands here without any configuration.</param>
    /// <param name="context">What the schema is read against.</param>
    public static string? Deciding(JsonLocation at, string extension, string stands, LoadContext context)
    {
        if (at.Find(extension) is not { } named)
            return null;
        if (context.Conventions.FirstOrDefault(c => c.Name == named.Text()) is not { } convention)
        {
            var known = string.Join(", ", context.Conventions.Select(c => c.Name));
            throw named.Refuse(
                $"a convention among {(known.Length == 0 ? "none at all" : known)}",
                $"\"{named.Text()}\"",
                "correct the name, or add it to x-conventions"
            );
        }
        return convention.Default == stands
            ? convention.Name
            : throw named.Refuse(
                $"a convention whose default is \"{stands}\", which stands here",
                $"{convention.Name} with \"{convention.Default}\"",
                "correct one of the two"
            );
    }
}
