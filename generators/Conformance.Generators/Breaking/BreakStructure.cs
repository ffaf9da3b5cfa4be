using Conformance.Generators.Patterns;
using Conformance.Generators.Texts;

namespace Conformance.Generators.Breaking;

/// <summary>Texts of legal characters alone: what is wrong is their place, their order or their number.</summary>
internal static class BreakStructure
{
    /// <summary>Each character that the pattern may treat in its own way: at both ends, doubled, and missing.</summary>
    public static IEnumerable<Sample> AroundEachCharacter(TextDomain shape, PatternLanguage language, Draw draw)
    {
        foreach (var c in language.Structural)
        {
            var (name, one) = (CharacterName.Of(c), c.ToString());
            if (Edit.Base(shape, draw.For($"structure-{name}")) is not { } text)
                continue;
            yield return Edit.Prepend(text, one).As($"leading-{name}", $"{c} before the beginning", Kind.WrongFirst);
            yield return Edit.Append(text, one).As($"trailing-{name}", $"{c} after the end", Kind.WrongLast);
            yield return Edit.Middle(Edit.Plain(shape, draw.For($"double-{name}")) ?? text, one + one)
                .As($"double-{name}", $"{c}{c} in the middle", Kind.Replaced);
            yield return Edit.LastCharacter(text, c).As($"ends-{name}", $"ends with {c}", Kind.WrongLast);
            // Half an identity would still say which run it is from; put before a whole one, this is leading-… again.
            if (text.Identity.Length == 0)
                yield return Edit.FirstCharacter(text, c).As($"begins-{name}", $"begins with {c}", Kind.WrongFirst);
        }
        if (Edit.Base(shape, draw.For("cut")) is { Value.Length: > 1 } whole)
        {
            yield return Edit.Delete(whole, whole.Value.Length - 1)
                .As("one-short", "the last character missing", Kind.Fewer);
            if (whole.Identity.Length == 0)
                yield return Edit.Delete(whole, 0).As("headless", "the first character missing", Kind.Fewer);
        }
    }

    /// <summary>One value for each kind of edit, the first of many edits that leads out of the language.</summary>
    public static IEnumerable<Sample> ByOneEdit(TextDomain shape, PatternLanguage language, Draw draw, string name)
    {
        if (Edit.Base(shape, draw.For(name)) is not { Value.Length: > 1 } text)
            return [];
        var bases = Variants(text, language).ToList();
        return
        [
            .. Best(shape, language, bases.SelectMany(Deletions), "one-fewer", Kind.Fewer),
            .. Best(shape, language, bases.SelectMany(b => Additions(b, language)), "one-more", Kind.More),
            .. Best(shape, language, bases.SelectMany(Swaps), "swapped", Kind.Swapped),
            .. Best(shape, language, bases.SelectMany(b => Replacements(b, language)), "replaced", Kind.Replaced),
            .. Best(shape, language, bases.SelectMany(Flips), "flipped-case", Kind.OtherCase),
        ];
    }

    /// <summary>The text, and members with each structural character near the beginning, in the middle and near the end.</summary>
    private static IEnumerable<Text> Variants(Text text, PatternLanguage language)
    {
        var free = text.Value.Length - text.Identity.Length;
        int[] places = [text.Identity.Length + 1, text.Identity.Length + (free / 2), text.Value.Length - 2];
        var members =
            from c in language.Structural
            from place in places.Distinct()
            where place >= text.Identity.Length && place < text.Value.Length
            let variant = Edit.Replace(text, place, c.ToString(), 1)
            where language.Contains(variant.Value)
            select variant;
        return members.Prepend(text);
    }

    private static IEnumerable<(Text, string)> Deletions(Text text) =>
        Places(text).Select(at => (Edit.Delete(text, at), $"the character {at + 1} missing"));

    private static IEnumerable<(Text, string)> Additions(Text text, PatternLanguage language) =>
        from at in Places(text).Prepend(text.Value.Length)
        from c in language.Telling
        select (Edit.Insert(text, at, c.ToString()), $"one {c} more, at position {at + 1}");

    private static IEnumerable<(Text, string)> Swaps(Text text) =>
        from at in Places(text)
        where at + 1 < text.Value.Length && text.Value[at] != text.Value[at + 1]
        select (Edit.Swap(text, at), $"the characters {at + 1} and {at + 2} in each other's place");

    private static IEnumerable<(Text, string)> Replacements(Text text, PatternLanguage language) =>
        from at in Places(text)
        from c in language.Telling
        where c != text.Value[at]
        select (Edit.Replace(text, at, c.ToString(), 1), $"{c} in place of {text.Value[at]}, at position {at + 1}");

    private static IEnumerable<(Text, string)> Flips(Text text) =>
        from at in Places(text)
        where char.IsAsciiLetter(text.Value[at])
        select (Edit.FlipCase(text, at), $"{text.Value[at]} in the other case, at position {at + 1}");

    /// <summary>From the end, where anchors leave least in dispute, to the identity.</summary>
    private static IEnumerable<int> Places(Text text)
    {
        for (var at = text.Value.Length - 1; at >= text.Identity.Length; at--)
            yield return at;
    }

    private static IEnumerable<Sample> Best(
        TextDomain shape,
        PatternLanguage language,
        IEnumerable<(Text Text, string Says)> candidates,
        string label,
        Kind kind
    )
    {
        var best = default((Text Text, string Says)?);
        var bestRank = -1;
        foreach (var candidate in candidates)
        {
            var rank = Rank(candidate.Text.Value);
            if (rank > bestRank)
                (best, bestRank) = (candidate, rank);
            if (rank == 3)
                break;
        }
        return best is var (text, says) ? [text.As(label, says, kind)] : [];

        int Rank(string value) =>
            language.Contains(value) ? 0
            : !language.Rejects(value) ? 1
            : !shape.HasRoomFor(value) ? 2
            : 3;
    }
}
