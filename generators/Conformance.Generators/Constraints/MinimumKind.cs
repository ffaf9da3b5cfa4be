using System.Text.Json;
using Conformance.Generators.Judging;
using Conformance.Schemas;

namespace Conformance.Generators.Constraints;

/// <summary>The smallest legal number.</summary>
internal sealed class MinimumKind : ConstraintKind<Minimum>
{
    public override string Keyword => "minimum";

    protected override IEnumerable<Sample> Inside(Minimum constraint, MemberDraw draw) =>
        NumberLimits.At(constraint.Limit, 1, draw.Member);

    protected override IEnumerable<Sample> Outside(Minimum constraint, MemberDraw draw) =>
        NumberLimits.Beyond(constraint.Limit, -1, draw.Member);

    protected override ImmutableArray<Position> Positions(
        Minimum constraint,
        Member member,
        MemberLanguages languages
    ) => [new(null, "no smaller number", value => NumberLimits.Compared(value, constraint.Limit) is not < 0)];

    protected override Bound? Bound(Minimum constraint) => new(Quantity.Number, constraint.Limit, null);

    protected override string Words(Minimum constraint) => $"is at least {NumberLimits.InWords(constraint.Limit)}";

    protected override string? Problem(Minimum constraint, JsonElement value) =>
        NumberLimits.In(value) < constraint.Limit ? $"it is {ReceivedJson.Shown(value)}" : null;
}
