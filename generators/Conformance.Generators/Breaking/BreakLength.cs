using Conformance.Generators.Texts;

namespace Conformance.Generators.Breaking;

/// <summary>Texts that every reader finds too short or too long.</summary>
internal static class BreakLength
{
    public static IEnumerable<Sample> TooShort(Shape shape, int min, Draw draw) =>
        new[] { min - 1, min / 2, 1, 0 }
            .Where(length => length >= 0 && length < min)
            .Distinct()
            .Select(length => OfLength(shape, length, draw, min - length, "under the minimum"));

    public static IEnumerable<Sample> TooLong(Shape shape, int max, Draw draw)
    {
        var ascii = new[] { max + 1, 2 * max }
            .Where(length => length > max)
            .Distinct()
            .Select(length => OfLength(shape, length, draw, length - max, "over the maximum"));
        return shape.Language is null ? ascii.Concat(NonAscii(max)) : ascii;
    }

    private static Sample OfLength(Shape shape, int length, Draw draw, int beyond, string says)
    {
        var label = $"length-{length}";
        var text = shape.Make(length, draw.For(label)) ?? Stretched(shape, length, draw.For(label));
        var kind = beyond == 1 ? Kind.OneBeyond : Kind.FarBeyond;
        return text.As(label, $"{length} characters, {beyond} {says}", kind);
    }

    /// <summary>A text of this length although the pattern has none: the nearest member, cut or lengthened.</summary>
    private static Text Stretched(Shape shape, int length, Draw draw)
    {
        var nearest = shape.Make(shape.LengthNear(length), draw) ?? new Text("", "");
        var filler = shape.Language?.Alphabet.FirstOrDefault(char.IsAsciiLetterOrDigit, '0') ?? '0';
        var value = nearest.Value.PadRight(length, filler)[..length];
        return new Text(value, value.Contains(nearest.Identity, StringComparison.Ordinal) ? nearest.Identity : "");
    }

    // Reading R4: one character too many even for those who count code points.
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
