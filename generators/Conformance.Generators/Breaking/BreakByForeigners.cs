using Conformance.Generators.Patterns;
using Conformance.Generators.Texts;

namespace Conformance.Generators.Breaking;

/// <summary>Members with a character that the pattern has no place for.</summary>
internal static class BreakByForeigners
{
    private const int AllPlaces = 3;
    private const int SparingKinds = 2;

    /// <summary>Every character that is worth it, the most telling ones at each position that the draw has time for.</summary>
    public static IEnumerable<Sample> Of(TextDomain shape, PatternLanguage language, Draw draw) =>
        shape
            .Foreigners.SelectMany(foreign => Chosen(shape, language, foreign, draw))
            .Concat(AfterSeparators(shape, language, draw));

    /// <summary>One character of each telling kind at one position.</summary>
    public static IEnumerable<Sample> OfFewKinds(TextDomain shape, PatternLanguage language, Draw draw) =>
        shape
            .Foreigners.Where(f => f.IsKey)
            .DistinctBy(f => f.Kind)
            .Take(draw.Thoroughness.IsSparing ? SparingKinds : int.MaxValue)
            .SelectMany(foreign => Placed(shape, language, foreign, draw, 1));

    private static IEnumerable<Sample> Chosen(TextDomain shape, PatternLanguage language, Foreign foreign, Draw draw)
    {
        if (!foreign.IsForEveryPlace)
            return Placed(shape, language, foreign, draw, 1);
        var placed = Placed(shape, language, foreign, draw, AllPlaces);
        var most = draw.Thoroughness.Places;
        // Trimming is the commonest mistake: its ends are tried whatever else is spared.
        if (most >= placed.Count || foreign.IsTrimmed)
            return placed;
        var own = draw.For($"{foreign.Name}-places");
        // A place that stays in the language is there to say so, and breaks nothing.
        return placed
            .Index()
            .OrderByDescending(place => language.Rejects(TextOf(place.Item)))
            .ThenByDescending(place => foreign.IsCutOff && IsAtTheEnd(place.Item))
            .ThenBy(place => own.Roll(place.Index))
            .Select(place => place.Item)
            .Take(most);
    }

    /// <summary>The first so many places that lead out of the language, else another one; a place that does not, to say so.</summary>
    private static List<Sample> Placed(TextDomain shape, PatternLanguage language, Foreign foreign, Draw draw, int most)
    {
        var placed = AtThreePlaces(shape, foreign, draw).ToList();
        var rejected = placed.Where(sample => language.Rejects(TextOf(sample))).ToList();
        if (rejected.Count >= most)
            return [.. rejected.Take(most)];
        // Where anchors are in dispute, so are most places.
        return rejected.Count == 0 && Anywhere(shape, language, foreign, draw) is { } inside
            ? [.. placed, inside]
            : placed;
    }

    private static IEnumerable<Sample> AtThreePlaces(TextDomain shape, Foreign foreign, Draw draw)
    {
        if (Edit.Plain(shape, draw.For($"{foreign.Name}-middle")) is { } middle)
            yield return Edit.Middle(middle, foreign.Text)
                .As($"{foreign.Name}-middle", $"{foreign.Says} in the middle", foreign.Kind);
        if (Edit.Base(shape, draw.For($"{foreign.Name}-last")) is { } last)
            yield return Edit.Append(last, foreign.Text)
                .As($"{foreign.Name}-last", $"{foreign.Says} after the end", AfterTheEnd(foreign));
        if (Edit.Base(shape, draw.For($"{foreign.Name}-first")) is { } first)
            yield return Edit.Prepend(first, foreign.Text)
                .As($"{foreign.Name}-first", $"{foreign.Says} before the beginning", foreign.Kind);
    }

    /// <summary>
    /// Behind a separator, where a pattern may have a class of its own; none where separators are characters like any other.
    /// </summary>
    private static IEnumerable<Sample> AfterSeparators(TextDomain shape, PatternLanguage language, Draw draw)
    {
        foreach (var separator in language.Structural.Where(c => !char.IsAsciiLetterOrDigit(c)))
        {
            var name = CharacterName.Of(separator);
            if (Edit.Plain(shape, draw.For($"after-{name}")) is not { } text || IsFree(language, text, separator))
                continue;
            foreach (var foreign in BehindOne(shape, draw.For($"behind-{name}")))
            {
                var edited = Edit.Middle(text, separator + foreign.Text);
                if (language.Rejects(edited.Value))
                    yield return edited.As(
                        $"{foreign.Name}-after-{name}",
                        $"{foreign.Says} behind {separator}",
                        foreign.Kind
                    );
            }
        }
    }

    /// <summary>The characters that are tried behind a separator: all that are worth it, or some that the draw decides.</summary>
    private static IEnumerable<Foreign> BehindOne(TextDomain shape, Draw draw)
    {
        var telling = shape.Foreigners.Where(f => f.IsForEveryPlace);
        return !draw.Thoroughness.IsSparing
            ? telling
            : telling.Index().OrderBy(f => draw.Roll(f.Index)).Take(draw.Thoroughness.Places).Select(f => f.Item);
    }

    private static bool IsFree(PatternLanguage language, Text text, char c) =>
        (language.Contains(c + text.Value) && language.Contains(text.Value + c))
        || !language.Contains(Edit.Middle(text, c.ToString()).Value);

    private static Kind AfterTheEnd(Foreign foreign) => foreign.Text == "\n" ? Kind.TrailingNewline : foreign.Kind;

    private static Sample? Anywhere(TextDomain shape, PatternLanguage language, Foreign foreign, Draw draw)
    {
        if (Edit.Base(shape, draw.For($"{foreign.Name}-inside")) is not { } text)
            return null;
        for (var at = text.Value.Length - 1; at >= text.Identity.Length; at--)
        {
            var edited = Edit.Replace(text, at, foreign.Text, 1);
            if (language.Rejects(edited.Value))
                return edited.As($"{foreign.Name}-inside", $"{foreign.Says} at position {at + 1}", foreign.Kind);
        }
        return null;
    }

    private static bool IsAtTheEnd(Sample sample) => sample.Class.EndsWith("-last", StringComparison.Ordinal);

    private static string TextOf(Sample sample) => ((JsonText)sample.Value).Value;
}
