using Conformance.Generators.Dimensions;

namespace Conformance.Generators.Tests.Dimensions;

/// <summary>The dimensions are data that fits the code which knows their values by number.</summary>
public sealed class DimensionsTests
{
    private static readonly ImmutableArray<Dimension> All =
    [
        SizeKind.Dimension,
        TextKind.Dimension,
        Framings.All,
        JsonSpellings.All,
    ];

    [Fact]
    public void EveryFramingHasItsValue() => Assert.Equal(Enum.GetValues<Framing>().Length, Framings.All.Values.Length);

    [Fact]
    public void EverySpellingHasItsValue() =>
        Assert.Equal(Enum.GetValues<JsonSpelling>().Length, JsonSpellings.All.Values.Length);

    [Fact]
    public void SizesGrow() =>
        Assert.Equal(SizeKind.All.Select(size => size.Bytes).Order(), SizeKind.All.Select(size => size.Bytes));

    [Fact]
    public void NamesOfDimensionsAndOfTheirValuesAreUnique()
    {
        Assert.Distinct(All.Select(dimension => dimension.Name));
        Assert.All(All, dimension => Assert.Distinct(dimension.Values.Select(value => value.Name)));
    }

    [Fact]
    public void WhatIsOrdinaryInACombinationIsNotSaid()
    {
        var combination = Combination.Ordinary.With(TextKind.Dimension, 0).With(Framings.All, (int)Framing.Chunked);
        Assert.Equal("a body in chunks (Transfer-Encoding: chunked)", combination.InWords(All));
        Assert.Equal("", Combination.Ordinary.InWords(All));
    }

    [Fact]
    public void CombinationsOfTheSameValuesAreEqual() =>
        Assert.Equal(
            Combination.Ordinary.With(Framings.All, 1).With(TextKind.Dimension, 2),
            Combination.Ordinary.With(TextKind.Dimension, 2).With(Framings.All, 1)
        );
}
