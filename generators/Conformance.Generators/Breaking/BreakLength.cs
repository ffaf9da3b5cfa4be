using Conformance.Generators.Texts;

namespace Conformance.Generators.Breaking;

/// <summary>Texts that every reader finds too short or too long.</summary>
internal static class BreakLength
{
    private const int MostDraws = 16;

    public static IEnumerable<Sample> TooShort(TextDomain shape, int min, Draw draw) =>
        new[] { min - 1, min / 2, 1, 0 }
            .Where(length => length >= 0 && length < min)
            .Distinct()
            .Select(length => As(OfLength(shape, length, draw), length, min - length, "under the minimum"));

    public static IEnumerable<Sample> TooLong(TextDomain shape, int max, Draw draw)
    {
        var ascii = new[] { max + 1, 2 * max }
            .Where(length => length > max)
            .Distinct()
            .Select(length => As(Cuttable(shape, length, max, draw), length, length - max, "over the maximum"));
        return shape.Language is null ? ascii.Concat(NonAscii(max)) : ascii;
    }

    /// <summary>
    /// One whose beginning of the greatest legal length is legal by itself, where some draw has it: who cuts a text before
    /// looking at it accepts no other.
    /// </summary>
    private static Text Cuttable(TextDomain shape, int length, int max, Draw draw)
    {
        var first = OfLength(shape, length, draw);
        return Enumerable
                .Range(1, MostDraws)
                .Select(n => OfLength(shape, length, draw.For($"cuttable-{n}")))
                .Prepend(first)
                .FirstOrDefault(text => shape.Language?.Contains(text.Value[..max]) != false)
            ?? first;
    }

    private static Text OfLength(TextDomain shape, int length, Draw draw)
    {
        draw = draw.For(LabelOf(length));
        return shape.Make(length, draw) ?? Stretched(shape, length, draw);
    }

    private static Sample As(Text text, int length, int beyond, string says) =>
        text.As(
            LabelOf(length),
            $"{length} characters, {beyond} {says}",
            beyond == 1 ? Kind.OneBeyond : Kind.FarBeyond
        );

    private static string LabelOf(int length) => $"length-{length}";

    /// <summary>A text of this length although the pattern has none: the nearest member, cut or lengthened.</summary>
    private static Text Stretched(TextDomain shape, int length, Draw draw)
    {
        var nearest = shape.Make(shape.LengthNear(length), draw) ?? new Text("", "");
        var filler = shape.Language?.Alphabet.FirstOrDefault(char.IsAsciiLetterOrDigit, '0') ?? '0';
        var value = nearest.Value.PadRight(length, filler)[..length];
        return new Text(value, value.Contains(nearest.Identity, StringComparison.Ordinal) ? nearest.Identity : "");
    }

    // Interpretation R4: one character too many even for those who count code points.
    private static IEnumerable<Sample> NonAscii(int max) =>
        [
            BlankAtTheEnd(max + 1),
            Repeated("\u00E9", max + 1, "two-byte", "é"),
            Repeated("\U0001F600", max + 1, "astral", "emoji"),
        ];

    // Who trims before measuring takes it for legal.
    private static Sample BlankAtTheEnd(int length) =>
        new Text(new string('a', length - 1) + " ", "").As(
            $"blank-last-{length}",
            $"{length} characters, the last of them a space",
            Kind.OneBeyond
        );

    private static Sample Repeated(string character, int count, string label, string name) =>
        new Text(string.Concat(Enumerable.Repeat(character, count)), "").As(
            $"{label}-{count}",
            $"{count} × {name}, one over the maximum in characters, UTF-16 units and bytes",
            Kind.OtherUnits
        );
}
