using System.Text.Json;
using Conformance.Generators.Judging;
using Conformance.Generators.Texts;
using Conformance.Schemas;

namespace Conformance.Generators.Constraints;

/// <summary>That a text holds more than white space.</summary>
internal sealed class NotBlankKind : ConstraintKind<NotBlank>
{
    private const string AsciiWhiteSpace = " \t\n\v\f\r";

    public override string Keyword => "notBlank";

    protected override IEnumerable<Sample> Inside(NotBlank constraint, MemberDraw draw) =>
        [
            Text("a", "one-character", "one character"),
            Text(" a ", "surrounded", "one character between spaces"),
            Text(".", "punctuation", "one character of punctuation"),
        ];

    protected override IEnumerable<Sample> Outside(NotBlank constraint, MemberDraw draw) =>
        [
            Text("", "empty", "the empty string"),
            Text(" ", "space", "one space"),
            Text("   ", "spaces", "three spaces"),
            Text("\t", "tab", "a tab"),
            Text("\n", "newline", "a newline"),
            Text(" \r\n\t ", "mixed-white-space", "spaces, a line break and a tab"),
        ];

    protected override ImmutableArray<Position> Positions(
        NotBlank constraint,
        Member member,
        MemberLanguages languages
    ) =>
        [
            Texts(member, "white space is what ASCII has of it", text => !text.All(AsciiWhiteSpace.Contains)),
            Texts(member, "white space is what Unicode has of it", text => !string.IsNullOrWhiteSpace(text)),
        ];

    protected override IEnumerable<(Sample Sample, string Interpretation)> Disputed(
        NotBlank constraint,
        TextDomain domain,
        Draw draw
    ) =>
        HasDisputed(constraint, domain.Member)
            ? [(Text("\u3000", "ideographic-space", "an ideographic space alone"), On(domain.Member))]
            : [];

    protected override bool HasDisputed(NotBlank constraint, Member member) => member.Find<Pattern>() is null;

    protected override Bound? Bound(NotBlank constraint) => new(Quantity.Length, 1, null);

    protected override string Words(NotBlank constraint) => "is not blank";

    protected override string? Problem(NotBlank constraint, JsonElement value) =>
        ReceivedJson.TextOf(value) is { } text && string.IsNullOrWhiteSpace(text) ? "it is blank" : null;

    private static Position Texts(Member member, string says, Func<string, bool> accepts) =>
        PositionOn.Texts(On(member), says, accepts);

    private static string On(Member member) => member.InterpretationOn(InterpretationTopic.WhiteSpace);

    private static Sample Text(string value, string label, string says) => new(new JsonText(value), label, says);
}
