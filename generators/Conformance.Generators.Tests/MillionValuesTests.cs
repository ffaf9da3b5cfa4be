using Conformance.Generators.Tests.Witness;
using Conformance.Schemas;
using static Conformance.Generators.Tests.Fixtures;

namespace Conformance.Generators.Tests;

/// <summary>A million values over all constraints, none of them misjudged. Takes its time; runs with all other tests.</summary>
[Trait("Speed", "slow")]
public sealed class MillionValuesTests
{
    private const int Wanted = 1_000_000;
    private const int OfAPattern = 24_000;
    private const int OfAnother = 6_000;
    private const int ShownAtMost = 5;

    // A few constraints have no value to break them, others only a handful: each is gone through with many seeds.
    private const int MostSeeds = 400;

    [Fact]
    public void NoneOfAMillionValuesIsMisjudged()
    {
        var tallies = Facts.AsParallel().Select((fact, i) => Judge(fact.Member, fact.Constraint, (ulong)i)).ToList();

        Assert.Empty(tallies.SelectMany(t => t.Misjudged).Take(ShownAtMost));
        Assert.True(tallies.Sum(t => t.Count) >= Wanted, $"only {tallies.Sum(t => t.Count)} values");
    }

    private sealed record Tally(int Count, ImmutableArray<string> Misjudged);

    private static Tally Judge(Member member, Constraint constraint, ulong seed)
    {
        var own = Careful.Of(member, constraint);
        var all = member.Constraints.Select(c => Careful.Of(member, c)).ToList();
        var (count, misjudged) = (0, new List<string>());
        foreach (var (sample, isLegal) in Samples(member, constraint, new Draw(seed, "cf7k2a", 40)))
        {
            count++;
            if (isLegal ? !all.All(readers => readers.AllAccept(sample.Value)) : !own.AllReject(sample.Value))
                misjudged.Add($"{member.Path} {constraint.Keyword} {(isLegal ? "legal" : "a violation")}: {sample}");
        }
        return new Tally(count, [.. misjudged]);
    }

    private static IEnumerable<(Sample Sample, bool IsLegal)> Samples(
        Member member,
        Constraint constraint,
        Draw draw
    ) =>
        constraint is Pattern pattern
            ? Values
                .RandomMembers(member, draw)
                .Take(OfAPattern)
                .Select(sample => (sample, true))
                .Concat(
                    Values.RandomNearMisses(member, pattern, draw).Take(OfAPattern).Select(sample => (sample, false))
                )
            : Enumerable
                .Range(0, MostSeeds)
                .SelectMany(i => Edges(member, constraint, draw.For($"seed-{i}")))
                .Take(OfAnother);

    private static IEnumerable<(Sample Sample, bool IsLegal)> Edges(Member member, Constraint constraint, Draw draw) =>
        Values
            .JustInside(member, constraint, draw)
            .Select(sample => (sample, true))
            .Concat(Values.BreakingOnly(member, constraint, draw).Samples.Select(sample => (sample, false)));
}
