using Conformance.Generators.Patterns;
using Conformance.Generators.Texts;

namespace Conformance.Generators.Breaking;

/// <summary>Random members of a pattern's language with one random edit: an insertion, a deletion, a replacement or a swap.</summary>
internal static class BreakPatternAtRandom
{
    private const int Tries = 16;
    private const int Edits = 8;
    private const int LastFew = 12;

    /// <summary>As many as the draw says, fewer where tries fail: where anchors are in dispute, so are most places.</summary>
    public static IEnumerable<Sample> Of(TextDomain shape, PatternLanguage language, Draw draw)
    {
        for (var i = 1; i <= draw.RandomCount; i++)
        {
            if (One(shape, language, draw.For($"random-{i}"), i) is { } attempt)
                yield return attempt.Text.As($"random-{i}", attempt.Says(), attempt.Kind);
        }
    }

    /// <summary>Random violations without end; for each turn one, or none where all tries fail.</summary>
    public static IEnumerable<Sample> Stream(TextDomain shape, PatternLanguage language, Draw draw)
    {
        for (var i = 1; ; i++)
        {
            if (One(shape, language, draw.Turn(i), i) is { } attempt)
                yield return attempt.Text.As($"random-{i}", attempt.Says(), attempt.Kind);
        }
    }

    private static Attempt? One(TextDomain shape, PatternLanguage language, Draw draw, int index)
    {
        var source = shape.Branches.IsEmpty ? shape : shape.Branches[index % shape.Branches.Length];
        var length = source.RoomyLengths[draw.Among(0, source.RoomyLengths.Length)];
        if (source.Make(length, draw.Turn(0)) is not { } text || text.Value.Length == text.Identity.Length)
            return null;
        for (var n = 1; n <= Tries; n++)
        {
            var own = draw.Turn(n);
            var attempt = Edited(source, text, PlaceOf(text, language.IsDisputed, n, own), own);
            if (shape.HasRoomFor(attempt.Text.Value) && language.Rejects(attempt.Text.Value))
                return attempt;
        }
        return null;
    }

    /// <summary>
    /// Anywhere behind the identity. Where anchors are in dispute, so is whatever follows or precedes a member: there most
    /// edits count at the end.
    /// </summary>
    private static int PlaceOf(Text text, bool isDisputed, int attempt, Draw draw)
    {
        var free = text.Value.Length - text.Identity.Length;
        return (isDisputed, attempt % 2) switch
        {
            (false, _) => text.Identity.Length + draw.Among(1, free),
            (true, 0) => text.Value.Length - 1,
            _ => text.Value.Length - 1 - draw.Among(1, Math.Min(free, LastFew)),
        };
    }

    private static Attempt Edited(TextDomain shape, Text text, int at, Draw draw)
    {
        var foreign = shape.Foreigners[draw.Among(2, shape.Foreigners.Length)];
        var telling = shape.Language!.Telling;
        var known = telling.IsEmpty ? "0" : telling[draw.Among(3, telling.Length)].ToString();
        return draw.Among(4, Edits) switch
        {
            0 => new(Edit.Delete(text, at), Kind.Fewer, () => $"the character {at + 1} missing"),
            1 => new(Edit.Insert(text, at, known), Kind.More, () => $"one {known} more, at position {at + 1}"),
            2 => new(Edit.Replace(text, at, known, 1), Kind.Replaced, () => $"{known} at position {at + 1}"),
            3 when at + 1 < text.Value.Length => new(
                Edit.Swap(text, at),
                Kind.Swapped,
                () => $"the characters {at + 1} and {at + 2} in each other's place"
            ),
            4 => new(Edit.Insert(text, at, foreign.Text), foreign.Kind, () => $"{foreign.Says} added at {at + 1}"),
            _ => new(
                Edit.Replace(text, at, foreign.Text, 1),
                foreign.Kind,
                () => $"{foreign.Says} at position {at + 1}"
            ),
        };
    }

    private sealed record Attempt(Text Text, Kind Kind, Func<string> Says);
}
