namespace Conformance.Generators.Dimensions;

/// <summary>One way in which legal requests differ that no constraint tells apart.</summary>
/// <param name="Name">Stable name: <c>size</c>, <c>text</c>.</param>
/// <param name="Values">Its values; the first is the ordinary one.</param>
public sealed record Dimension(string Name, ImmutableArray<DimensionValue> Values);

/// <summary>A value of a dimension.</summary>
/// <param name="Name">Stable name: <c>over-4-KiB</c>, <c>chunked</c>.</param>
/// <param name="Says">For people, in words that follow "with": <c>texts of more than 4 KiB</c>.</param>
public sealed record DimensionValue(string Name, string Says);
