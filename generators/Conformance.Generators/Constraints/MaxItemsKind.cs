using System.Text.Json;
using Conformance.Generators.Judging;
using Conformance.Schemas;

namespace Conformance.Generators.Constraints;

/// <summary>The most items of an array.</summary>
internal sealed class MaxItemsKind : ConstraintKind<MaxItems>
{
    public override string Keyword => "maxItems";

    protected override IEnumerable<Sample> Inside(MaxItems constraint, MemberDraw draw) =>
        ItemCounts.Of(draw, constraint.Limit, constraint.Limit - 1);

    protected override IEnumerable<Sample> Outside(MaxItems constraint, MemberDraw draw) =>
        ItemCounts.Of(draw, constraint.Limit + 1, constraint.Limit + 10);

    protected override ImmutableArray<Position> Positions(
        MaxItems constraint,
        Member member,
        MemberLanguages languages
    ) => [PositionOn.Arrays($"at most {constraint.Limit} items", count => count <= constraint.Limit)];

    protected override Bound? Bound(MaxItems constraint) => new(Quantity.Items, null, constraint.Limit);

    protected override string Words(MaxItems constraint) => $"has at most {constraint.Limit} items";

    protected override string? Problem(MaxItems constraint, JsonElement value) =>
        ItemCounts.In(value) is { } count && count > constraint.Limit ? $"it has {count} items" : null;
}
