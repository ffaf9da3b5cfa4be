using Conformance.Schemas;
using Conformance.Schemas.Patterns;

namespace Conformance.Generators.Patterns;

/// <summary>Why careful readers of a pattern differ.</summary>
/// <param name="Topic">What the interpretation is about.</param>
/// <param name="Narrow">The position that admits least.</param>
/// <param name="Broad">The position that admits most.</param>
internal sealed record Dispute(InterpretationTopic Topic, string Narrow, string Broad)
{
    /// <summary>Anchors of a part of the pattern only: <c>^A|B$</c>.</summary>
    public static readonly Dispute Anchors = new(
        InterpretationTopic.Anchors,
        "the anchors belong to the whole pattern",
        "each anchor belongs to its own alternative"
    );

    /// <summary>Identifiers that have more than one spelling.</summary>
    public static readonly Dispute Spellings = new(
        InterpretationTopic.Spelling,
        "a UUID is spelt in lower case, with its dashes",
        "every spelling of a UUID names the same"
    );

    /// <summary>What careful readers of the pattern differ on, or null.</summary>
    /// <exception cref="PatternException">The pattern is not understood.</exception>
    public static Dispute? On(Pattern pattern) =>
        IsSpellings(pattern) ? Spellings : On(PatternReader.Read(pattern.Text));

    /// <summary>Whether the register says that values of the pattern have several spellings.</summary>
    public static bool IsSpellings(Pattern pattern) => pattern.Touches(Spellings.Topic);

    /// <summary>What careful readers of the anchors differ on: nothing where every alternative has both, or none has any.</summary>
    public static Dispute? On(ImmutableArray<Alternative> alternatives) =>
        alternatives.Length > 1
        && alternatives.Any(a => a.IsAnchoredAtStart || a.IsAnchoredAtEnd)
        && !alternatives.All(a => a.IsAnchoredAtStart && a.IsAnchoredAtEnd)
            ? Anchors
            : null;
}
