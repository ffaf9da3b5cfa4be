using System.Globalization;
using System.Text;

namespace Conformance.Generators.Dimensions;

/// <summary>Texts of one kind: of a script, or of what a program may take for something else than text.</summary>
/// <param name="Name">Stable name: <c>four-bytes</c>.</param>
/// <param name="Says">For people: <c>characters of four bytes</c>.</param>
/// <param name="Unit">What such a text is made of; well-formed Unicode without NUL.</param>
public sealed record TextKind(string Name, string Says, string Unit)
{
    /// <summary>All kinds; the first is the ordinary one.</summary>
    public static ImmutableArray<TextKind> All { get; } =
    [
        new("ascii", "letters of ASCII", "plain "),
        new("two-bytes", "characters of two bytes", "żółw Grüße Ελλάδα "),
        new("three-bytes", "characters of three bytes", "世界 कि "),
        new("four-bytes", "characters of four bytes", "😀𝐚\U00020BB7 "),
        new("combining", "letters with combining marks", "e\u0301a\u0308\u1e9b\u0323 "),
        new("right-to-left", "letters from right to left", "שלום \u202bمرحبا\u202c "),
        new("line-ends", "line ends and tabs", "a\r\nb\nc\td\u2028e "),
        new("markup", "quotes, backslashes and markup", "\"q\" \\ / <b>&amp;</b> 'x' ${y} {{z}} %s %20+ "),
        new("dates", "dates and times", "2026-02-03T04:05:06.700+01:00 2026-02-03T04:05:06Z 03/02/2026 "),
        new("numbers", "numbers as text", "007 1.0 1e3 -0 NaN 12345678901234567890 "),
        new("literals", "words that mean something to a program", "null true false undefined [] {} "),
    ];

    /// <summary>The kinds as a dimension.</summary>
    public static Dimension Dimension { get; } =
        new("text", [.. All.Select(kind => new DimensionValue(kind.Name, $"texts of {kind.Says}"))]);

    /// <summary>
    /// A text of this kind of at most so many bytes of UTF-8, and hardly less. No two stretches of it are alike, so that a lost
    /// or repeated one shows; it neither begins nor ends with white space.
    /// </summary>
    public string OfBytes(int bytes)
    {
        var text = new StringBuilder();
        var left = bytes;
        for (var n = 0; left > 0; n++)
            foreach (var rune in string.Create(CultureInfo.InvariantCulture, $"{Unit}{n} ").EnumerateRunes())
            {
                left -= rune.Utf8SequenceLength;
                if (left < 0)
                    break;
                text.Append(rune.ToString());
            }
        return text.ToString().Trim() is { Length: > 0 } trimmed ? trimmed : text.ToString();
    }
}
