namespace Conformance.Schemas.Patterns;

/// <summary>Between which lengths the values of a pattern lie; a wide estimate, never a narrow one.</summary>
/// <param name="Shortest">No value is shorter.</param>
/// <param name="Longest">No value is longer; <see cref="int.MaxValue"/> where there is no bound.</param>
public readonly record struct PatternLengths(long Shortest, long Longest)
{
    /// <summary>The lengths.</summary>
    /// <exception cref="PatternException">The pattern holds something that is not understood.</exception>
    public static PatternLengths Of(string pattern) =>
        Any(PatternReader.Read(pattern).Select(alternative => Of(alternative.Node)));

    private static PatternLengths Of(Node node) =>
        node switch
        {
            OneCharacter => new(1, 1),
            Choice choice => Any(choice.Branches.Select(Of)),
            Sequence sequence => sequence.Parts.Select(Of).Aggregate(default(PatternLengths), InSequence),
            Repeat repeat => Times(Of(repeat.Part), repeat.Min, repeat.Max ?? int.MaxValue),
            _ => new(0, int.MaxValue),
        };

    private static PatternLengths Any(IEnumerable<PatternLengths> branches) =>
        branches.Aggregate((a, b) => new(Math.Min(a.Shortest, b.Shortest), Math.Max(a.Longest, b.Longest)));

    private static PatternLengths InSequence(PatternLengths a, PatternLengths b) =>
        new(Bounded(a.Shortest + b.Shortest), Bounded(a.Longest + b.Longest));

    private static PatternLengths Times(PatternLengths part, int least, int most) =>
        new(Bounded(part.Shortest * least), Bounded(part.Longest * most));

    private static long Bounded(long length) => Math.Min(length, int.MaxValue);
}
