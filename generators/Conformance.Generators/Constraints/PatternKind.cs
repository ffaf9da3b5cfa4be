using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Generators.Breaking;
using Conformance.Generators.Inside;
using Conformance.Generators.Judging;
using Conformance.Generators.Patterns;
using Conformance.Generators.Texts;
using Conformance.Schemas;

namespace Conformance.Generators.Constraints;

/// <summary>The language that a text belongs to.</summary>
internal sealed class PatternKind : ConstraintKind<Pattern>
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    public override string Keyword => "pattern";

    protected override IEnumerable<Sample> Inside(Pattern constraint, MemberDraw draw) =>
        draw.Domain.Language is { } language ? InsidePattern.Of(draw.Domain, language, draw.Draw) : [draw.Ordinary()];

    protected override IEnumerable<Sample> Outside(Pattern constraint, MemberDraw draw) =>
        draw.Domain.Language is { } language ? BreakPattern.Of(draw.Domain, language, draw.Draw) : [];

    public override ImmutableArray<(Kind Kind, string WhyNone)> ClassesOutside(TextDomain domain) =>
        domain.Language is null ? [] : Kind.NearMisses;

    protected override ImmutableArray<Position> Positions(Pattern constraint, Member member, MemberLanguages languages)
    {
        var whole = languages.Of(member, constraint);
        var positions = Positions(whole, member);
        if (constraint.Narrower is not { } narrower)
            return positions;
        var language = languages.NarrowerOf(member, constraint);
        return positions.Add(
            PositionOn.Texts(
                narrower.Interpretation,
                "the value keeps to narrower rules",
                text => whole.Contains(text) && language.Contains(text)
            )
        );
    }

    protected override IEnumerable<(Sample Sample, string Interpretation)> Disputed(
        Pattern constraint,
        TextDomain domain,
        Draw draw
    ) => domain.Language is { } language ? DisputedPatterns.Of(constraint, domain, language, draw) : [];

    protected override bool HasDisputed(Pattern constraint, Member member) =>
        constraint.Narrower is not null || Dispute.On(constraint) is not null;

    protected override string Words(Pattern constraint) => $"matches {constraint.Text}";

    /// <summary>Escapes that make no Unicode text are in no pattern's language.</summary>
    protected override string? Problem(Pattern constraint, JsonElement value) =>
        value.ValueKind != JsonValueKind.String ? null
        : !ReceivedJson.TryText(value, out var text) ? $"it is {ReceivedJson.Shown(value)}"
        : IsWholeMatch(constraint.Text, text) ? null
        : $"it is \"{ReceivedJson.Shortened(text)}\"";

    /// <summary>The whole value has to match, by every position on it.</summary>
    private static ImmutableArray<Position> Positions(PatternLanguage language, Member member) =>
        language.Dispute is { } dispute
            ?
            [
                PositionOn.Texts(member.InterpretationOn(dispute.Topic), dispute.Narrow, language.Contains),
                PositionOn.Texts(member.InterpretationOn(dispute.Topic), dispute.Broad, language.MayContain),
            ]
            : [PositionOn.Texts(null, "the whole value matches", language.Contains)];

    private static bool IsWholeMatch(string pattern, string text) =>
        Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, LongestMatch);
}
