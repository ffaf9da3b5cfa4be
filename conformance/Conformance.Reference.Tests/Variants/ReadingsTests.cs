using Conformance.Reference.Mutants;
using Conformance.Reference.Variants;

namespace Conformance.Reference.Tests.Variants;

/// <summary>Whoever reads the documents carefully finds a place in the matrix.</summary>
public sealed class ReadingsTests
{
    private const int Disputed = 25;

    public static TheoryData<string> Ids => [.. Enumerable.Range(1, Disputed).Select(n => $"R{n}")];

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryReadingInDisputeHasAnImplementationOnEachSideOrWasDecided(string id)
    {
        var sides = Readings.Sides.Where(side => side.Reading == id).ToList();
        if (Readings.Decided.Any(decided => decided.Reading == id))
            Assert.Empty(sides);
        else
            Assert.True(sides.Count >= 2, $"{id} has {sides.Count} sides");
    }

    [Fact]
    public void EverySideIsTakenByAVariantThatSaysSo() =>
        Assert.All(
            Readings.Sides.Where(side => side.TakenBy != Readings.Reference),
            side =>
            {
                var variant = Assert.Single(AllVariants.List, v => v.Name == side.TakenBy);
                Assert.Contains(side.Reading, variant.AllowedBy.Split(", "));
            }
        );

    [Fact]
    public void WhatWasDecidedHasADefectOnTheOtherSide() =>
        Assert.All(
            Readings.Decided.SelectMany(decided => decided.Shows),
            name => Assert.Contains(AllMutants.List, mutant => mutant.Name == name)
        );
}
