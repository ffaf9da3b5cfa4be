using System.Text.Json;
using Conformance.Generators.Judging;
using Conformance.Schemas;

namespace Conformance.Generators.Constraints;

/// <summary>The fewest items of an array.</summary>
internal sealed class MinItemsKind : ConstraintKind<MinItems>
{
    public override string Keyword => "minItems";

    protected override IEnumerable<Sample> Inside(MinItems constraint, MemberDraw draw) =>
        ItemCounts.Of(draw, constraint.Limit, constraint.Limit + 1);

    protected override IEnumerable<Sample> Outside(MinItems constraint, MemberDraw draw) =>
        ItemCounts.Of(draw, constraint.Limit - 1, 0);

    protected override ImmutableArray<Position> Positions(
        MinItems constraint,
        Member member,
        MemberLanguages languages
    ) => [PositionOn.Arrays($"at least {constraint.Limit} items", count => count >= constraint.Limit)];

    protected override Bound? Bound(MinItems constraint) => new(Quantity.Items, constraint.Limit, null);

    protected override string Words(MinItems constraint) =>
        constraint.Limit == 1 ? "has at least 1 item" : $"has at least {constraint.Limit} items";

    protected override string? Problem(MinItems constraint, JsonElement value) =>
        ItemCounts.In(value) is { } count && count < constraint.Limit ? $"it has {count} items" : null;
}
