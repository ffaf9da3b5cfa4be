using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Generators.Dimensions;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>
/// Violations inside one of several items of an array, while the others are legal: who looks at one item alone, or stops at
/// the first that is right, accepts them.
/// </summary>
internal static class AmongItems
{
    /// <summary>The cases at each position among several items; none where the member stands in no array that may have so many.</summary>
    /// <param name="operation">The operation that the requests are for.</param>
    /// <param name="member">The member that the cases break.</param>
    /// <param name="cases">What they do to it in the first item.</param>
    public static IEnumerable<Case> Of(Operation operation, Member member, IEnumerable<Case> cases) =>
        from array in new[] { Around(operation, member) }.OfType<Member>()
        from @case in cases
        from position in Positions.AmongSeveral
        where MayHave(array, position.Count)
        select new Case(
            $"{@case.Label}-{position.Name}",
            $"{@case.Says}, in {position.Says}",
            request => Placed(request, array, @case, position)
        );

    /// <summary>The innermost array that the member is an item of, or stands in an item of.</summary>
    private static Member? Around(Operation operation, Member member) =>
        operation
            .Body.SelectMany(top => top.SelfAndBelow())
            .LastOrDefault(array =>
                array.Kind == JsonKind.Array && array.Members.Any(item => item.SelfAndBelow().Contains(member))
            );

    private static bool MayHave(Member array, int count) =>
        (array.Find<MinItems>()?.Limit ?? 0) <= count && (array.Find<MaxItems>()?.Limit ?? int.MaxValue) >= count;

    private static RequestDraft Placed(RequestDraft request, Member array, Case @case, ItemPosition position)
    {
        if (
            request.At(array) is not JsonArray { Items: [var legal, ..] }
            || @case.Apply(request).At(array) is not JsonArray { Items: [var wrong, ..] }
        )
            return @case.Apply(request);
        var items = Enumerable.Repeat(legal, position.Count).ToImmutableArray().SetItem(position.Index, wrong);
        return request.With(array, new JsonArray(items));
    }
}
