using Conformance.Generators.Patterns;
using Conformance.Generators.Texts;

namespace Conformance.Generators.Breaking;

/// <summary>
/// What becomes a member of the language when it is trimmed, unquoted, unescaped or put in the other case: whoever mends a
/// text before looking at it takes these.
/// </summary>
internal static class BreakByMending
{
    public static IEnumerable<Sample> Of(TextDomain shape, PatternLanguage language, Draw draw)
    {
        if (Edit.Base(shape, draw.For("mended")) is not { } text)
            return [];
        return new[]
        {
            Whole(text, $"\"{text.Value}\"").As("quoted", "a legal text in quotes", Kind.Outsider),
            Whole(text, $"{{{Identifier(language, draw) ?? text.Value}}}")
                .As("in-braces", "a legal text in braces", Kind.Outsider),
            Whole(text, $" {text.Value} ").As("between-blanks", "a legal text between blanks", Kind.WhiteSpace),
            Edit.Middle(text, "\\u0061").As("escaped", "an a as an escape of JSON, as text", Kind.Outsider),
            Whole(text, text.Value.ToUpperInvariant()).As("in-capitals", "a legal text in capitals", Kind.OtherCase),
            Whole(text, text.Value.ToLowerInvariant())
                .As("in-lower-case", "a legal text in lower case", Kind.OtherCase),
        }.Where(sample => language.Rejects(((JsonText)sample.Value).Value));
    }

    /// <summary>A UUID where it is legal: libraries read those in braces as well.</summary>
    private static string? Identifier(PatternLanguage language, Draw draw)
    {
        var (high, low) = (draw.For("uuid-high").Seed, draw.For("uuid-low").Seed);
        var uuid =
            $"{high >> 32:x8}-{(high >> 16) & 0xFFFF:x4}-4{high & 0xFFF:x3}-8{low >> 52:x3}-{low & 0xFFFFFFFFFFFF:x12}";
        return language.Contains(uuid) ? uuid : null;
    }

    private static Text Whole(Text text, string value) =>
        new(value, value.Contains(text.Identity, StringComparison.Ordinal) ? text.Identity : "");
}
