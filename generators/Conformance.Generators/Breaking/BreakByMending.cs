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
            Whole(text, $" {text.Value} ").As("between-blanks", "a legal text between blanks", Kind.WhiteSpace),
            Edit.Middle(text, "\\u0061").As("escaped", "an a as an escape of JSON, as text", Kind.Outsider),
            Whole(text, text.Value.ToUpperInvariant()).As("in-capitals", "a legal text in capitals", Kind.OtherCase),
            Whole(text, text.Value.ToLowerInvariant())
                .As("in-lower-case", "a legal text in lower case", Kind.OtherCase),
        }.Where(sample => language.Rejects(((JsonText)sample.Value).Value));
    }

    private static Text Whole(Text text, string value) =>
        new(value, value.Contains(text.Identity, StringComparison.Ordinal) ? text.Identity : "");
}
