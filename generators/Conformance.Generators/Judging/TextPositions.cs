using Conformance.Generators.Patterns;

namespace Conformance.Generators.Judging;

/// <summary>Which texts a pattern or a list admits.</summary>
internal static class TextPositions
{
    /// <summary>The whole value has to match (interpretation R1, as the register has it in force), by every position on it.</summary>
    public static ImmutableArray<Position> OfPattern(PatternLanguage language) =>
        language.Dispute is { } dispute
            ?
            [
                Texts(dispute.Interpretation, dispute.Narrow, language.Contains),
                Texts(dispute.Interpretation, dispute.Broad, language.MayContain),
            ]
            : [Texts(null, "the whole value matches", language.Contains)];

    /// <summary>The value has to match a narrower pattern as well.</summary>
    public static Position OfNarrower(string interpretation, PatternLanguage whole, PatternLanguage narrower) =>
        Texts(
            interpretation,
            "the value keeps to narrower rules",
            text => whole.Contains(text) && narrower.Contains(text)
        );

    public static ImmutableArray<Position> OfChoice(ImmutableArray<string> values) =>
        [Texts(null, "the value is one of the list", text => values.Contains(text))];

    private static Position Texts(string? interpretation, string says, Func<string, bool> accepts) =>
        new(interpretation, says, value => value is not JsonText text || accepts(text.Value));
}
