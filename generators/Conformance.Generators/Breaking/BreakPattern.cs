using Conformance.Generators.Patterns;
using Conformance.Generators.Texts;

namespace Conformance.Generators.Breaking;

/// <summary>Texts one edit away from a pattern's language.</summary>
internal static class BreakPattern
{
    public static IEnumerable<Sample> Of(Shape shape, PatternLanguage language, Draw draw) =>
        ForeignCharacters(shape, language, draw)
            .Concat(Structure(shape, language, draw))
            .Concat(Alone(shape, language))
            .Concat(BreakPatternAtRandom.Of(shape, language, draw));

    private static IEnumerable<Sample> ForeignCharacters(Shape shape, PatternLanguage language, Draw draw)
    {
        foreach (var foreign in Foreign.To(language))
        {
            var placed = Placed(shape, foreign, draw).Where(sample => language.Refuses(TextOf(sample)));
            foreach (var sample in foreign.IsKey ? placed : placed.Take(1))
                yield return sample;
        }
    }

    private static IEnumerable<Sample> Placed(Shape shape, Foreign foreign, Draw draw)
    {
        if (Edit.Base(shape, draw.For($"{foreign.Name}-middle")) is { } middle)
            yield return Edit.Middle(middle, foreign.Text)
                .As($"{foreign.Name}-middle", $"{foreign.Says} in the middle");
        if (Edit.Base(shape, draw.For($"{foreign.Name}-last")) is { } last)
            yield return Edit.Append(last, foreign.Text).As($"{foreign.Name}-last", $"{foreign.Says} after the end");
        if (Edit.Base(shape, draw.For($"{foreign.Name}-first")) is { } first)
            yield return Edit.Prepend(first, foreign.Text)
                .As($"{foreign.Name}-first", $"{foreign.Says} before the beginning");
    }

    /// <summary>Characters of the alphabet where the pattern doesn't want them, and one character more or fewer.</summary>
    private static IEnumerable<Sample> Structure(Shape shape, PatternLanguage language, Draw draw)
    {
        foreach (var c in Structural(language))
        {
            var (name, one) = (CharacterName.Of(c), c.ToString());
            if (Edit.Base(shape, draw.For($"structure-{name}")) is not { } text)
                continue;
            yield return Edit.Prepend(text, one).As($"leading-{name}", $"{c} before the beginning");
            yield return Edit.Append(text, one).As($"trailing-{name}", $"{c} after the end");
            yield return Edit.Middle(text, one + one).As($"double-{name}", $"{c}{c} in the middle");
            yield return Edit.Replace(text, text.Value.Length - 1, one, 1).As($"ends-{name}", $"ends with {c}");
            // Half an identity would still say which run it is from; put before a whole one, this is leading-… again.
            if (text.Identity.Length == 0)
                yield return Edit.Replace(text, 0, one, 1).As($"begins-{name}", $"begins with {c}");
        }
        if (Edit.Base(shape, draw.For("cut")) is { Value.Length: > 1 } whole)
        {
            yield return Edit.Replace(whole, whole.Value.Length - 1, "", 1)
                .As("one-short", "the last character missing");
            if (whole.Identity.Length == 0)
                yield return Edit.Replace(whole, 0, "", 1).As("headless", "the first character missing");
        }
    }

    // A dot and a hyphen may be alike to the pattern and are not to those who implement it.
    private static IEnumerable<char> Structural(PatternLanguage language) =>
        language.Representatives.Concat(language.Telling.Where(c => !char.IsAsciiLetterOrDigit(c))).Distinct();

    /// <summary>Values of nothing else: what an emptiness check or a search for a match lets through.</summary>
    private static IEnumerable<Sample> Alone(Shape shape, PatternLanguage language)
    {
        foreach (var foreign in Foreign.To(language).Where(f => f.IsKey))
            yield return Repeat(foreign.Text).As($"{foreign.Name}-only", $"nothing but {foreign.Says}");
        foreach (var c in Structural(language))
            yield return Repeat(c.ToString()).As($"{CharacterName.Of(c)}-only", $"nothing but {c}");

        Text Repeat(string text) => new(string.Concat(Enumerable.Repeat(text, Math.Max(1, shape.Limits.Min))), "");
    }

    private static string TextOf(Sample sample) => ((JsonText)sample.Value).Value;
}
