using System.Collections.Immutable;
using Conformance.Generators.Patterns;
using Conformance.Generators.Texts;
using FsCheck.Fluent;

namespace Conformance.Generators.Breaking;

/// <summary>Random members of a pattern's language with a random character that does not belong at a random place.</summary>
internal static class BreakPatternAtRandom
{
    private const int Tries = 12;

    // Four bytes of UTF-8 in place of one must not make the value too long for those who count bytes.
    private const int RoomForAnyCharacter = 4;

    /// <summary>As many as the draw says, fewer where tries fail: under reading R2 most places are in dispute.</summary>
    public static IEnumerable<Sample> Of(Shape shape, PatternLanguage language, Draw draw)
    {
        var pool = Foreign.To(language);
        for (var i = 1; i <= draw.RandomCount; i++)
        {
            if (
                Attempts(shape, pool, draw.For($"random-{i}")).FirstOrDefault(a => language.Refuses(a.Text.Value)) is
                { } found
            )
                yield return found.Text.As($"random-{i}", found.Says);
        }
    }

    private static IEnumerable<Attempt> Attempts(Shape shape, ImmutableArray<Foreign> pool, Draw draw)
    {
        var lengths = shape.Lengths.RemoveAll(length =>
            length < RoomForAnyCharacter || length > shape.Limits.Max - RoomForAnyCharacter
        );
        for (var n = 0; n < Tries && !lengths.IsEmpty; n++)
        {
            var own = draw.For($"try-{n + 1}");
            var foreign = Rolls.One(Gen.Elements(pool.AsEnumerable()), own.For("character"));
            var length = lengths[Rolls.One(Gen.Choose(0, lengths.Length - 1), own.For("length"))];
            if (shape.Make(length, own) is { } text)
                yield return Placed(text, foreign, n / (Tries - 1.0), own.For("place"));
        }
    }

    /// <summary>The character somewhere behind the identity; later tries come nearer to the end, where no reading helps.</summary>
    private static Attempt Placed(Text text, Foreign foreign, double patience, Draw draw)
    {
        var last = text.Value.Length - foreign.Text.Length;
        var first = Math.Min(text.Identity.Length, last);
        var start = Rolls.One(Gen.Choose(first + (int)((last - first) * patience), last), draw);
        return new Attempt(
            Edit.Replace(text, start, foreign.Text, foreign.Text.Length),
            $"{foreign.Says} at position {start + 1} of a random value"
        );
    }

    private sealed record Attempt(Text Text, string Says);
}
