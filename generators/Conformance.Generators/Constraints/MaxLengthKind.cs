using System.Text.Json;
using Conformance.Generators.Judging;
using Conformance.Generators.Texts;
using Conformance.Schemas;

namespace Conformance.Generators.Constraints;

/// <summary>The longest legal length of a text.</summary>
internal sealed class MaxLengthKind : ConstraintKind<MaxLength>
{
    private const int MostDraws = 16;

    public override string Keyword => "maxLength";

    /// <summary>The two longest lengths; without a pattern also non-ASCII texts that are short enough in every unit.</summary>
    protected override IEnumerable<Sample> Inside(MaxLength constraint, MemberDraw draw)
    {
        var domain = draw.Domain;
        var edges = domain
            .Lengths.TakeLast(2)
            .Reverse()
            .Select(
                (length, i) => TextsOfLength.Legal(draw, length, length == domain.Limits.Max ? ", the maximum" : "", i)
            )
            .OfType<Sample>();
        return domain.Language is null ? edges.Concat(NonAsciiWithin(domain.Limits.Max)) : edges;
    }

    protected override IEnumerable<Sample> Outside(MaxLength constraint, MemberDraw draw)
    {
        var max = constraint.Limit;
        var ascii = new[] { max + 1, 2 * max }
            .Where(length => length > max)
            .Distinct()
            .Select(length =>
                TextsOfLength.Beyond(
                    Cuttable(draw.Domain, length, max, draw.Draw),
                    length,
                    length - max,
                    "over the maximum"
                )
            );
        return (draw.Domain.Language is null ? ascii.Concat(NonAsciiBeyond(max)) : ascii).Concat(
            FarTexts.Beyond(draw, max)
        );
    }

    protected override ImmutableArray<Position> Positions(
        MaxLength constraint,
        Member member,
        MemberLanguages languages
    ) => TextsOfLength.InEachUnit(member, length => length <= constraint.Limit);

    protected override IEnumerable<(Sample Sample, string Interpretation)> Disputed(
        MaxLength constraint,
        TextDomain domain,
        Draw draw
    ) =>
        HasDisputed(constraint, domain.Member)
            ?
            [
                TextsOfLength.Disputed(
                    domain.Member,
                    "é",
                    constraint.Limit,
                    "long-in-bytes",
                    "the maximum in characters, more in bytes"
                ),
                TextsOfLength.Disputed(
                    domain.Member,
                    "😀",
                    constraint.Limit,
                    "long-in-units",
                    "the maximum in characters, more in UTF-16"
                ),
            ]
            : [];

    protected override bool HasDisputed(MaxLength constraint, Member member) => TextsOfLength.AreDisputed(member);

    protected override Bound? Bound(MaxLength constraint) => new(Quantity.Length, null, constraint.Limit);

    protected override string Words(MaxLength constraint) => $"has at most {constraint.Limit} characters";

    protected override string? Problem(MaxLength constraint, JsonElement value) =>
        TextsOfLength.In(value) is { } length && length > constraint.Limit ? $"it has {length} characters" : null;

    /// <summary>
    /// One whose beginning of the greatest legal length is legal by itself, where some draw has it: who cuts a text before
    /// looking at it accepts no other.
    /// </summary>
    private static Text Cuttable(TextDomain domain, int length, int max, Draw draw)
    {
        var first = TextsOfLength.Any(domain, length, draw);
        return Enumerable
                .Range(1, MostDraws)
                .Select(n => TextsOfLength.Any(domain, length, draw.For($"cuttable-{n}")))
                .Prepend(first)
                .FirstOrDefault(text => domain.Language?.Contains(text.Value[..max]) != false)
            ?? first;
    }

    // As many as fit when every reader counts bytes.
    private static IEnumerable<Sample> NonAsciiWithin(int max)
    {
        const string says = "short enough in characters, UTF-16 units and bytes";
        return
        [
            Repeated("\u00E9", max / 2, "two-byte", "é", says),
            Repeated("\u4E16", max / 3, "three-byte", "世", says),
            Repeated("\U0001F600", max / 4, "astral", "emoji", says),
        ];
    }

    // One character too many even for those who count code points.
    private static IEnumerable<Sample> NonAsciiBeyond(int max)
    {
        const string says = "one over the maximum in characters, UTF-16 units and bytes";
        return
        [
            Blank("last", max + 1, new string('a', max) + " "),
            Blank("first", max + 1, " " + new string('a', max)),
            Repeated("\u00E9", max + 1, "two-byte", "é", says),
            Repeated("\U0001F600", max + 1, "astral", "emoji", says),
        ];
    }

    // Who trims before measuring takes it for legal.
    private static Sample Blank(string place, int length, string text) =>
        new Text(text, "").As(
            $"blank-{place}-{length}",
            $"{length} characters, the {place} of them a space",
            Kind.OneBeyond
        );

    private static Sample Repeated(string character, int count, string label, string name, string says) =>
        new Text(string.Concat(Enumerable.Repeat(character, count)), "").As(
            $"{label}-{count}",
            $"{count} × {name}, {says}",
            Kind.OtherUnits
        );
}
