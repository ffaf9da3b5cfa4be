using System.Text.RegularExpressions;

namespace Conformance.Schemas.Loading;

/// <summary>Refuses constraints on one value that no value could satisfy together.</summary>
internal static class Contradictions
{
    public static void Refuse(JsonLocation at, ImmutableArray<Constraint> constraints)
    {
        var (min, max) = (Find<MinLength>(constraints)?.Limit, Find<MaxLength>(constraints)?.Limit);
        Order(at, "minLength", min, "maxLength", max);
        Order(at, "minItems", Find<MinItems>(constraints)?.Limit, "maxItems", Find<MaxItems>(constraints)?.Limit);
        Order(at, "minimum", Find<Minimum>(constraints)?.Limit, "maximum", Find<Maximum>(constraints)?.Limit);
        RefuseNegative(at, "minLength", min);
        RefuseNegative(at, "minItems", Find<MinItems>(constraints)?.Limit);
        var pattern = Find<Pattern>(constraints) is { } text ? Compiled(at.Child("pattern"), text) : null;
        if (Find<Pattern>(constraints) is { } language)
            RefuseEmptyLanguage(at, language, min ?? 0, max ?? int.MaxValue);
        if (Find<OneOf>(constraints) is { } oneOf)
            foreach (var (value, item) in oneOf.Values.Zip(at.Child("enum").Items()))
                RefuseIllegal(item, value, pattern, min ?? 0, max ?? int.MaxValue);
    }

    private static T? Find<T>(ImmutableArray<Constraint> constraints)
        where T : Constraint => constraints.OfType<T>().FirstOrDefault();

    private static void Order(JsonLocation at, string lowName, decimal? low, string highName, decimal? high)
    {
        if (low > high)
            throw at.Child(highName)
                .Refuse($"{highName} of {lowName} {low} or more", $"{high}", "correct one of the two");
    }

    private static void RefuseNegative(JsonLocation at, string name, int? limit)
    {
        if (limit < 0)
            throw at.Child(name).Refuse("0 or more", $"{limit}", "correct the limit");
    }

    /// <summary>Interpretation R1: the whole value, and no newline after it.</summary>
    private static Regex Compiled(JsonLocation at, Pattern pattern)
    {
        try
        {
            return new($@"\A(?:{pattern.Text})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException e)
        {
            throw at.Refuse("a regular expression", $"one that does not compile ({e.Message})", "correct the pattern");
        }
    }

    private static void RefuseEmptyLanguage(JsonLocation at, Pattern pattern, int min, int max)
    {
        if (PatternLengths.Of(pattern.Text) is { } lengths && (lengths.Longest < min || lengths.Shortest > max))
            throw at.Child("pattern")
                .Refuse(
                    $"a pattern with values of {min} to {max} characters",
                    $"one with values of {lengths.Shortest} to {lengths.Longest}",
                    "correct the pattern or the lengths"
                );
    }

    private static void RefuseIllegal(JsonLocation at, string value, Regex? pattern, int min, int max)
    {
        var length = value.EnumerateRunes().Count();
        if (length < min || length > max)
            throw at.Refuse($"a value of {min} to {max} characters", $"{length} characters", "correct one of the two");
        if (pattern?.IsMatch(value) == false)
            throw at.Refuse("a value that the pattern accepts", $"\"{value}\"", "correct one of the two");
    }
}
