using System.Text.Json;
using Conformance.Generators.Judging;
using Conformance.Schemas;

namespace Conformance.Generators.Constraints;

/// <summary>The largest legal number.</summary>
internal sealed class MaximumKind : ConstraintKind<Maximum>
{
    public override string Keyword => "maximum";

    protected override IEnumerable<Sample> Inside(Maximum constraint, MemberDraw draw) =>
        NumberLimits.At(constraint.Limit, -1, draw.Member);

    protected override IEnumerable<Sample> Outside(Maximum constraint, MemberDraw draw) =>
        NumberLimits.Beyond(constraint.Limit, 1, draw.Member);

    protected override ImmutableArray<Position> Positions(
        Maximum constraint,
        Member member,
        MemberLanguages languages
    ) => [new(null, "no larger number", value => NumberLimits.Compared(value, constraint.Limit) is not > 0)];

    protected override Bound? Bound(Maximum constraint) => new(Quantity.Number, null, constraint.Limit);

    protected override string Words(Maximum constraint) => $"is at most {NumberLimits.InWords(constraint.Limit)}";

    protected override string? Problem(Maximum constraint, JsonElement value) =>
        NumberLimits.In(value) > constraint.Limit ? $"it is {ReceivedJson.Shown(value)}" : null;
}
