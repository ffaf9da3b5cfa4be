using Conformance.Generators.Dimensions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Conformance.Generators.Tests.Dimensions;

/// <summary>Few rows in which every combination of any so many dimensions occurs.</summary>
public sealed class CoveringArrayTests
{
    private static readonly Draw Any = new(42, "p", 0);

    [Property(MaxTest = 60, Arbitrary = [typeof(AnyDimensions), typeof(AnyFacts)])]
    public void EveryCombinationStandsInARow(SizesAndStrength of, Draw draw)
    {
        var rows = CoveringArray.Rows(of.Sizes, of.Strength, draw);

        Assert.All(rows, row => Assert.Equal(of.Sizes.Length, row.Length));
        Assert.All(
            rows,
            row => Assert.All(row.Zip(of.Sizes), choice => Assert.InRange(choice.First, 0, choice.Second - 1))
        );
        Assert.Equal(Combinations(of), CombinationsIn(rows, of.Strength).Count);
    }

    [Property(MaxTest = 60, Arbitrary = [typeof(AnyDimensions), typeof(AnyFacts)])]
    public void NoRowCanBeLeftOut(SizesAndStrength of, Draw draw)
    {
        var rows = CoveringArray.Rows(of.Sizes, of.Strength, draw);
        var all = CombinationsIn(rows, of.Strength).Count;

        Assert.All(rows.Index(), row => Assert.True(CombinationsIn(rows.RemoveAt(row.Index), of.Strength).Count < all));
    }

    [Property(MaxTest = 60, Arbitrary = [typeof(AnyDimensions), typeof(AnyFacts)])]
    public void RowsAreHardlyMoreThanTheyHaveToBe(SizesAndStrength of, Draw draw)
    {
        var rows = CoveringArray.Rows(of.Sizes, of.Strength, draw);

        var least = of.Sizes.OrderDescending().Take(of.Strength).Aggregate(1, (all, size) => all * size);
        Assert.InRange(rows.Length, least, Math.Ceiling(least * (1 + Math.Log(Math.Max(1, of.Sizes.Length)))));
    }

    [Property(MaxTest = 20, Arbitrary = [typeof(AnyDimensions), typeof(AnyFacts)])]
    public void TheSameDrawGivesTheSameRows(SizesAndStrength of, Draw draw) =>
        Assert.Equal(
            CoveringArray.Rows(of.Sizes, of.Strength, draw).Select(row => string.Join(' ', row)),
            CoveringArray.Rows(of.Sizes, of.Strength, draw).Select(row => string.Join(' ', row))
        );

    [Theory]
    [InlineData(4, 2, 2, 6)]
    [InlineData(10, 2, 2, 11)]
    [InlineData(4, 3, 2, 12)]
    [InlineData(6, 2, 3, 20)]
    [InlineData(3, 5, 3, 125)]
    public void KnownSizesAreNearToTheLeast(int dimensions, int choices, int strength, int most) =>
        Assert.InRange(CoveringArray.Rows([.. Enumerable.Repeat(choices, dimensions)], strength, Any).Length, 1, most);

    [Fact]
    public void AnotherDrawGivesOtherRows() =>
        Assert.NotEqual(
            CoveringArray.Rows([3, 3, 3, 3], 2, Any).Select(row => string.Join(' ', row)),
            CoveringArray.Rows([3, 3, 3, 3], 2, Any.For("other")).Select(row => string.Join(' ', row))
        );

    [Fact]
    public void FewerDimensionsThanTheStrengthAreCombinedInFull() =>
        Assert.Equal(
            ["0 0", "0 1", "1 0", "1 1"],
            CoveringArray.Rows([2, 2], 3, Any).Select(r => string.Join(' ', r)).Order()
        );

    [Fact]
    public void WithoutDimensionsThereIsOneEmptyRow() => Assert.Empty(Assert.Single(CoveringArray.Rows([], 2, Any)));

    [Fact]
    public void NothingIsChosenFromNothing()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CoveringArray.Rows([2, 0], 2, Any));
        Assert.Throws<ArgumentOutOfRangeException>(() => CoveringArray.Rows([2, 2], 0, Any));
    }

    /// <summary>What rows are made of.</summary>
    public sealed record SizesAndStrength(ImmutableArray<int> Sizes, int Strength);

    /// <summary>A few dimensions of a few choices.</summary>
    internal static class AnyDimensions
    {
        public static Arbitrary<SizesAndStrength> Dimensions { get; } =
            Arb.From(
                from count in Gen.Choose(1, 7)
                from sizes in Gen.Choose(1, 4).ArrayOf(count)
                from strength in Gen.Choose(1, 3)
                select new SizesAndStrength([.. sizes], Math.Min(strength, count))
            );
    }

    private static int Combinations(SizesAndStrength of) =>
        Groups(of.Sizes.Length, of.Strength).Sum(group => group.Aggregate(1, (all, i) => all * of.Sizes[i]));

    private static HashSet<string> CombinationsIn(ImmutableArray<ImmutableArray<int>> rows, int strength) =>
        [
            .. from row in rows
            from dimensions in Groups(row.Length, strength)
            select string.Join(' ', dimensions.Select(i => $"{i}={row[i]}")),
        ];

    private static IEnumerable<int[]> Groups(int dimensions, int strength) =>
        Enumerable
            .Range(0, 1 << dimensions)
            .Select(bits => Enumerable.Range(0, dimensions).Where(i => (bits >> i & 1) == 1).ToArray())
            .Where(group => group.Length == strength);
}
