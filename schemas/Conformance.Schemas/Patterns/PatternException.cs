namespace Conformance.Schemas.Patterns;

/// <summary>A pattern that the kit does not understand, and so must not guess at.</summary>
public sealed class PatternException : Exception
{
    public PatternException() { }

    public PatternException(string message)
        : base(message) { }

    public PatternException(string message, Exception inner)
        : base(message, inner) { }

    internal static PatternException At(string pattern, int position, string found) =>
        new(
            $"pattern {pattern}, position {position}: {found} is not understood; "
                + "write it with literals, classes, groups, | and greedy quantifiers"
        );
}
