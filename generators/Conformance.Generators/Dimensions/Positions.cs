namespace Conformance.Generators.Dimensions;

/// <summary>Where among the items of an array one stands.</summary>
/// <param name="Name">Stable name: <c>last</c>.</param>
/// <param name="Index">Its index, from 0.</param>
/// <param name="Count">How many items there are.</param>
/// <param name="Says">For people: <c>the last of 3 items</c>.</param>
public sealed record ItemPosition(string Name, int Index, int Count, string Says);

/// <summary>The positions that are worth a try: many look at the first item alone, or forget the last.</summary>
public static class Positions
{
    /// <summary>The only item.</summary>
    public static readonly ItemPosition Only = new("only", 0, 1, "the only item");

    /// <summary>The positions among several items.</summary>
    public static readonly ImmutableArray<ItemPosition> AmongSeveral =
    [
        new("first", 0, 3, "the first of 3 items"),
        new("middle", 1, 3, "the second of 3 items"),
        new("last", 2, 3, "the last of 3 items"),
    ];

    /// <summary>Every position.</summary>
    public static readonly ImmutableArray<ItemPosition> All = [Only, .. AmongSeveral];
}
