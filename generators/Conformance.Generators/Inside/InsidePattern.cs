using Conformance.Generators.Patterns;
using Conformance.Generators.Texts;

namespace Conformance.Generators.Inside;

/// <summary>Members of a pattern's language that between them show all of it.</summary>
internal static class InsidePattern
{
    private const int RoomForManyCharacters = 64;
    private const int MostMembersForCoverage = 40;
    private const int RunLength = 3;

    /// <summary>Members that cover the alphabet, vary the first and the last character, repeat separators, and random ones.</summary>
    public static IEnumerable<Sample> Of(TextDomain shape, PatternLanguage language, Draw draw) =>
        Covering(shape, language, draw)
            .Concat(Ends(shape, language, draw))
            .Concat(Runs(shape, language, draw))
            .Concat(Alone(shape, language))
            .Concat(Alternatives(shape, draw))
            .Concat(Random(shape, draw));

    private static IEnumerable<Sample> Covering(TextDomain shape, PatternLanguage language, Draw draw)
    {
        var wanted = new HashSet<char>(language.Alphabet.Where(char.IsAscii));
        var length = shape.LengthNear(RoomForManyCharacters);
        for (var i = 1; i <= MostMembersForCoverage && wanted.Count > 0; i++)
        {
            var before = wanted.Count;
            var text = shape.Make(length, draw.For($"characters-{i}"), wanted);
            // The identity does not count: what is tried must not depend on the run's prefix.
            wanted.ExceptWith(text?.Value[text.Identity.Length..] ?? "");
            if (text is null || wanted.Count == before)
                text = Through(shape, language, draw.For($"characters-{i}"), wanted);
            if (text is not null)
                yield return text.As(
                    $"characters-{i}",
                    $"every character at least once, part {i}: {text.Value}",
                    Kind.EveryCharacter
                );
        }
    }

    /// <summary>A member that holds the first of the wanted characters, which is taken out.</summary>
    private static Text? Through(TextDomain shape, PatternLanguage language, Draw draw, HashSet<char> wanted)
    {
        var character = wanted.Min();
        wanted.Remove(character);
        if (language.Through("", character) is not { } head)
            return null;
        var lengths = shape.Lengths.OrderBy(length => Math.Abs(length - shape.RoomyLength));
        var member = lengths.Select(length => language.Member(length, head, draw)).FirstOrDefault(m => m is not null);
        wanted.ExceptWith(member ?? "");
        return member is null ? null : new Text(member, "");
    }

    private static IEnumerable<Sample> Ends(TextDomain shape, PatternLanguage language, Draw draw)
    {
        foreach (var c in language.Telling)
        {
            var name = CharacterName.Of(c);
            var own = draw.For($"ends-{name}");
            var isOneEnough = draw.Thoroughness.IsSparing && char.IsAsciiLetterOrDigit(c);
            if (!(isOneEnough && own.Pick(2) == 0) && Edit.Base(shape, draw.For($"first-{name}")) is { } first)
                yield return Edit.FirstCharacter(first, c).As($"first-{name}", $"begins with {c}", Kind.First);
            if (!(isOneEnough && own.Pick(2) == 1) && Edit.Base(shape, draw.For($"last-{name}")) is { } last)
                yield return Edit.LastCharacter(last, c).As($"last-{name}", $"ends with {c}", Kind.Last);
        }
    }

    private static IEnumerable<Sample> Runs(TextDomain shape, PatternLanguage language, Draw draw)
    {
        foreach (var c in language.Telling.Where(c => !char.IsAsciiLetterOrDigit(c)))
        {
            var label = $"run-{CharacterName.Of(c)}";
            if (Edit.Base(shape, draw.For(label)) is { } text)
                yield return Edit.Middle(text, new string(c, RunLength))
                    .As(label, $"{RunLength} × {c} in a row", Kind.Run);
        }
        if (!shape.IsIdentity && language.LongestRun('a') is { } longest)
            yield return new Text(new string('a', longest), "").As("longest-run", $"{longest} × a, the most", Kind.Run);
        foreach (var c in language.Representatives.Where(_ => !shape.IsIdentity))
            yield return new Text(new string(c, shape.RoomyLength), "").As(
                $"only-{CharacterName.Of(c)}",
                $"nothing but {c}",
                Kind.Run
            );
    }

    /// <summary>
    /// Nothing but one character, as short as can be: what somebody takes for empty, for a number or for a path. Of what has
    /// to be unique only single characters, which may be taken.
    /// </summary>
    private static IEnumerable<Sample> Alone(TextDomain shape, PatternLanguage language)
    {
        var length = Math.Max(1, shape.Lengths[0]);
        if (shape.IsIdentity && length > 1)
            yield break;
        foreach (var c in language.Structural.Where(c => !char.IsAsciiLetterOrDigit(c)).Concat("a0"))
        {
            var text = new string(c, length);
            if (language.Contains(text))
                yield return new Text(text, "").As(
                    $"just-{CharacterName.Of(c)}",
                    length == 1 ? $"{c} alone" : $"{length} × {c}",
                    Kind.Run
                );
        }
    }

    /// <summary>An ordinary, the shortest and the longest member of each alternative.</summary>
    private static IEnumerable<Sample> Alternatives(TextDomain shape, Draw draw) =>
        from branch in shape.Branches.Index()
        from length in LengthsOf(branch.Item, draw.For($"lengths-{branch.Index}"))
        let label = $"alternative-{branch.Index + 1}-{length}"
        let text = branch.Item.Make(length, draw.For(label))
        where text is not null
        select text.As(label, $"alternative {branch.Index + 1} of the pattern, {length} characters", Kind.Branch);

    private static IEnumerable<int> LengthsOf(TextDomain branch, Draw draw)
    {
        int[] all = [branch.RoomyLength, branch.Lengths[0], branch.Lengths[^1]];
        return draw.Thoroughness.IsSparing ? [all[draw.Pick(all.Length)]] : all.Distinct();
    }

    /// <summary>Random members whose lengths are spread over all legal ones.</summary>
    private static IEnumerable<Sample> Random(TextDomain shape, Draw draw)
    {
        for (var i = 0; i < draw.RandomCount; i++)
        {
            var source = Source(shape, i);
            var own = draw.For($"random-{i + 1}");
            var from = (int)((long)i * source.Lengths.Length / draw.RandomCount);
            var to = Math.Max(from + 1, (int)((i + 1L) * source.Lengths.Length / draw.RandomCount));
            if (Random(source, own, from, to) is { } text)
                yield return Named(text, i);
        }
    }

    /// <summary>Random members without end, of every legal length alike.</summary>
    public static IEnumerable<Sample> Stream(TextDomain shape, Draw draw)
    {
        for (var i = 0; ; i++)
        {
            var source = Source(shape, i);
            if (Random(source, draw.Turn(i), 0, source.Lengths.Length) is { } text)
                yield return Named(text, i);
        }
    }

    private static Text? Random(TextDomain shape, Draw draw, int from, int to) =>
        shape.Make(shape.Lengths[from + draw.Among(0, to - from)], draw.Turn(0));

    private static Sample Named(Text text, int index) =>
        text.As($"random-{index + 1}", $"a random value of {text.Value.Length} characters", Kind.Random);

    // Of all members of a length, few belong to an alternative that is long and strict.
    private static TextDomain Source(TextDomain shape, int index) =>
        shape.Branches.IsEmpty ? shape : shape.Branches[index % shape.Branches.Length];
}
