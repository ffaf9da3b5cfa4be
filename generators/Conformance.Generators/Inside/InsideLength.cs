using Conformance.Generators.Texts;
using Conformance.Schemas;

namespace Conformance.Generators.Inside;

/// <summary>Texts at the edges of their legal lengths.</summary>
internal static class InsideLength
{
    /// <summary>The two shortest lengths.</summary>
    public static IEnumerable<Sample> Shortest(TextDomain shape, Draw draw) =>
        shape
            .Lengths.Where(length => length > 0 || shape.Member.Place == Place.Body)
            .Take(2)
            .Select((length, i) => OfLength(shape, length, draw, length == shape.Limits.Min ? ", the minimum" : "", i))
            .OfType<Sample>();

    /// <summary>The two longest lengths; without a pattern also non-ASCII texts that are short enough in every unit.</summary>
    public static IEnumerable<Sample> Longest(TextDomain shape, Draw draw)
    {
        var edges = shape
            .Lengths.TakeLast(2)
            .Reverse()
            .Select((length, i) => OfLength(shape, length, draw, length == shape.Limits.Max ? ", the maximum" : "", i))
            .OfType<Sample>();
        return shape.Language is null ? edges.Concat(NonAscii(shape.Limits.Max)) : edges;
    }

    private static Sample? OfLength(TextDomain shape, int length, Draw draw, string remark, int distance) =>
        shape
            .Make(length, draw.For($"length-{length}"))
            ?.As($"length-{length}", $"{Count(length)}{remark}", distance == 0 ? Kind.AtLimit : Kind.NearLimit);

    // Interpretation R4: as many as fit when every reader counts bytes.
    private static IEnumerable<Sample> NonAscii(int max) =>
        [
            Repeated("\u00E9", max / 2, "two-byte", "é"),
            Repeated("\u4E16", max / 3, "three-byte", "世"),
            Repeated("\U0001F600", max / 4, "astral", "emoji"),
        ];

    private static Sample Repeated(string character, int count, string label, string name) =>
        new Text(string.Concat(Enumerable.Repeat(character, count)), "").As(
            $"{label}-{count}",
            $"{count} × {name}, short enough in characters, UTF-16 units and bytes",
            Kind.OtherUnits
        );

    private static string Count(int length) => length == 1 ? "1 character" : $"{length} characters";
}
