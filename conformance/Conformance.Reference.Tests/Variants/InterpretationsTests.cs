using Conformance.Reference.Mutants;
using Conformance.Reference.Variants;

namespace Conformance.Reference.Tests.Variants;

/// <summary>Whoever reads the documents carefully finds a place in the matrix.</summary>
public sealed class InterpretationsTests
{
    private const int Disputed = 25;

    public static TheoryData<string> Ids => [.. Enumerable.Range(1, Disputed).Select(n => $"R{n}")];

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryInterpretationInDisputeHasAnImplementationOnEachSideOrWasDecided(string id)
    {
        var sides = Interpretations.Sides.Where(side => side.Interpretation == id).ToList();
        if (Interpretations.Decided.Any(decided => decided.Interpretation == id))
            Assert.Empty(sides);
        else
            Assert.True(sides.Count >= 2, $"{id} has {sides.Count} sides");
    }

    [Fact]
    public void EverySideIsTakenByAVariantThatSaysSo() =>
        Assert.All(
            Interpretations.Sides.Where(side => side.TakenBy != Interpretations.Reference),
            side =>
            {
                var variant = Assert.Single(AllVariants.List, v => v.Name == side.TakenBy);
                Assert.Contains(side.Interpretation, variant.AllowedBy.Split(", "));
            }
        );

    [Fact]
    public void WhatWasDecidedHasAMutantOnTheOtherSide() =>
        Assert.All(
            Interpretations.Decided.SelectMany(decided => decided.Shows),
            name => Assert.Contains(AllMutants.List, mutant => mutant.Name == name)
        );
}
