using System.Collections.Immutable;
using Conformance.Generators.Patterns;
using Conformance.Generators.Texts;
using FsCheck.Fluent;

namespace Conformance.Generators.Inside;

/// <summary>Members of a pattern's language that between them show all of it.</summary>
internal static class InsidePattern
{
    private const int RoomForManyCharacters = 64;
    private const int MostMembersForCoverage = 40;
    private const int RunLength = 3;

    /// <summary>Members that cover the alphabet, vary the first and the last character, repeat separators, and random ones.</summary>
    public static IEnumerable<Sample> Of(Shape shape, PatternLanguage language, Draw draw) =>
        Covering(shape, language, draw)
            .Concat(Ends(shape, language, draw))
            .Concat(Runs(shape, language, draw))
            .Concat(Random(shape, draw));

    private static IEnumerable<Sample> Covering(Shape shape, PatternLanguage language, Draw draw)
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
                yield return text.As($"characters-{i}", $"every character at least once, part {i}: {text.Value}");
        }
    }

    /// <summary>A member that holds the first of the wanted characters, which is taken out.</summary>
    private static Text? Through(Shape shape, PatternLanguage language, Draw draw, HashSet<char> wanted)
    {
        var character = wanted.Min();
        wanted.Remove(character);
        if (language.Through("", character) is not { } head)
            return null;
        var lengths = shape.Lengths.OrderBy(length => Math.Abs(length - shape.RoomyLength));
        var rolls = Rolls.Of(draw, shape.Limits.Max);
        var member = lengths.Select(length => language.Member(length, head, rolls)).FirstOrDefault(m => m is not null);
        wanted.ExceptWith(member ?? "");
        return member is null ? null : new Text(member, "");
    }

    private static IEnumerable<Sample> Ends(Shape shape, PatternLanguage language, Draw draw)
    {
        foreach (var c in language.Telling)
        {
            var name = CharacterName.Of(c);
            if (Edit.Base(shape, draw.For($"first-{name}")) is { } first)
                yield return Edit.FirstCharacter(first, c).As($"first-{name}", $"begins with {c}");
            if (Edit.Base(shape, draw.For($"last-{name}")) is { } last)
                yield return Edit.LastCharacter(last, c).As($"last-{name}", $"ends with {c}");
        }
    }

    private static IEnumerable<Sample> Runs(Shape shape, PatternLanguage language, Draw draw)
    {
        foreach (var c in language.Telling.Where(c => !char.IsAsciiLetterOrDigit(c)))
        {
            var label = $"run-{CharacterName.Of(c)}";
            if (Edit.Base(shape, draw.For(label)) is { } text)
                yield return Edit.Middle(text, new string(c, RunLength)).As(label, $"{RunLength} × {c} in a row");
        }
        foreach (var c in language.Representatives.Where(_ => !shape.IsIdentity))
            yield return new Text(new string(c, shape.RoomyLength), "").As(
                $"only-{CharacterName.Of(c)}",
                $"nothing but {c}"
            );
    }

    /// <summary>Random members whose lengths are spread over all legal ones.</summary>
    private static IEnumerable<Sample> Random(Shape shape, Draw draw)
    {
        ImmutableArray<int> lengths = shape.Lengths;
        for (var i = 0; i < draw.RandomCount; i++)
        {
            var own = draw.For($"random-{i + 1}");
            var from = (int)((long)i * lengths.Length / draw.RandomCount);
            var to = Math.Max(from, (int)((i + 1L) * lengths.Length / draw.RandomCount) - 1);
            var length = lengths[Rolls.One(Gen.Choose(from, to), own.For("length"))];
            if (shape.Make(length, own) is { } text)
                yield return text.As($"random-{i + 1}", $"a random value of {length} characters");
        }
    }
}
