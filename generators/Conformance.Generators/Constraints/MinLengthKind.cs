using System.Text.Json;
using Conformance.Generators.Judging;
using Conformance.Generators.Texts;
using Conformance.Schemas;

namespace Conformance.Generators.Constraints;

/// <summary>The shortest legal length of a text.</summary>
internal sealed class MinLengthKind : ConstraintKind<MinLength>
{
    public override string Keyword => "minLength";

    /// <summary>The two shortest lengths; without a pattern also short texts that some take for none.</summary>
    protected override IEnumerable<Sample> Inside(MinLength constraint, MemberDraw draw)
    {
        var shortest = Shortest(draw);
        return draw.Domain.Language is null && draw.Member.Place == Place.Body && !draw.Domain.IsIdentity
            ? shortest.Concat(TakenForNone(Math.Max(1, constraint.Limit)))
            : shortest;
    }

    private static IEnumerable<Sample> Shortest(MemberDraw draw) =>
        draw
            .Domain.Lengths.Where(length => length > 0 || draw.Member.Place == Place.Body)
            .Take(2)
            .Select(
                (length, i) =>
                    TextsOfLength.Legal(draw, length, length == draw.Domain.Limits.Min ? ", the minimum" : "", i)
            )
            .OfType<Sample>();

    private static IEnumerable<Sample> TakenForNone(int length)
    {
        var count = length == 1 ? "one" : $"{length}";
        return
        [
            Text(new string(' ', length), "blank", $"{count} × a space"),
            Text(new string('7', length), "digit", $"{count} × a digit"),
            Text(string.Concat(Enumerable.Repeat("\U0001F600", length)), "four-bytes", $"{count} × an emoji"),
            Text("null", "text-null", "the text null"),
            Text("undefined", "text-undefined", "the text undefined"),
            Text("false", "text-false", "the text false"),
            Text("0", "text-zero", "the text 0"),
            Text("[]", "text-empty-array", "the text []"),
        ];
    }

    private static Sample Text(string value, string label, string says) => new(new JsonText(value), label, says);

    protected override IEnumerable<Sample> Outside(MinLength constraint, MemberDraw draw)
    {
        var min = constraint.Limit;
        return new[] { min - 1, min / 2, 1, 0 }
            .Where(length => length >= 0 && length < min)
            .Distinct()
            .Select(length =>
                TextsOfLength.Beyond(
                    TextsOfLength.Any(draw.Domain, length, draw.Draw),
                    length,
                    min - length,
                    "under the minimum"
                )
            );
    }

    protected override ImmutableArray<Position> Positions(
        MinLength constraint,
        Member member,
        MemberLanguages languages
    ) =>
        constraint.Limit == 0 && member.Place == Place.Path
            ?
            [
                new(OnEmpty(member), "an empty segment is a value", _ => true),
                new(OnEmpty(member), "an empty segment does not route", value => value is not JsonText { Value: "" }),
            ]
            : TextsOfLength.InEachUnit(member, length => length >= constraint.Limit);

    protected override IEnumerable<(Sample Sample, string Interpretation)> Disputed(
        MinLength constraint,
        TextDomain domain,
        Draw draw
    ) =>
        HasDisputed(constraint, domain.Member)
            ?
            [
                TextsOfLength.Disputed(
                    domain.Member,
                    "😀",
                    constraint.Limit - 1,
                    "short-in-characters",
                    "short only in characters"
                ),
            ]
            : [];

    protected override bool HasDisputed(MinLength constraint, Member member) =>
        constraint.Limit > 1 && TextsOfLength.AreDisputed(member);

    private static string OnEmpty(Member member) => member.InterpretationOn(InterpretationTopic.EmptySegment);

    protected override Bound? Bound(MinLength constraint) => new(Quantity.Length, constraint.Limit, null);

    protected override string Words(MinLength constraint) =>
        constraint.Limit == 1 ? "has at least 1 character" : $"has at least {constraint.Limit} characters";

    protected override string? Problem(MinLength constraint, JsonElement value) =>
        TextsOfLength.In(value) is { } length && length < constraint.Limit ? $"it has {length} characters" : null;
}
