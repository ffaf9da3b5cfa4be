using Conformance.Schemas.Patterns;

namespace Conformance.Schemas.Loading;

/// <summary>The lengths that the constraints on a text allow.</summary>
internal readonly record struct Lengths(int Min, int Max)
{
    public static Lengths Of(ImmutableArray<Constraint> all) =>
        new(
            all.OfType<MinLength>().FirstOrDefault()?.Limit ?? 0,
            all.OfType<MaxLength>().FirstOrDefault()?.Limit ?? int.MaxValue
        );

    /// <summary>Refuses a value that is too short or too long.</summary>
    public void Refuse(JsonLocation at, string value)
    {
        var length = value.EnumerateRunes().Count();
        if (length < Min || length > Max)
            throw at.Refuse($"a value of {Min} to {Max} characters", $"{length} characters", "correct one of the two");
    }

    /// <summary>Refuses a pattern all of whose values are too short or too long.</summary>
    public void RefuseEmptyLanguage(JsonLocation at, string pattern)
    {
        var lengths = Of(at, pattern);
        if (lengths.Longest < Min || lengths.Shortest > Max)
            throw at.Refuse(
                $"a pattern with values of {Min} to {Max} characters",
                $"one with values of {lengths.Shortest} to {lengths.Longest}",
                "correct the pattern or the lengths"
            );
    }

    private static PatternLengths Of(JsonLocation at, string pattern)
    {
        try
        {
            return PatternLengths.Of(pattern);
        }
        catch (PatternException e)
        {
            // No value of it could be made, and none be told from others.
            throw at.Refuse("a pattern that the kit understands", e.Message, "rewrite it");
        }
    }
}
