using Conformance.Reference.Mutants;

namespace Conformance.Reference.Tests.Defects;

public sealed class AllDefectsTests
{
    [Fact]
    public void NamesAreUniqueThroughoutAllApis() =>
        Assert.Empty(AllMutants.List.CountBy(d => d.Name).Where(n => n.Value > 1).Select(n => n.Key));

    [Fact]
    public void EachSaysItsLieInWordsThatFollowTheTarget() =>
        Assert.All(AllMutants.List, d => Assert.Matches(@"^[a-z][^\n]{8,}[^.]$", d.Says));

    [Fact]
    public void EachBreaksSomethingOfItsOwnApi() =>
        Assert.All(
            AllMutants.List,
            d =>
            {
                Assert.NotEmpty(d.Breaks);
                Assert.All(
                    d.Breaks.Concat(d.MayBreak),
                    id => Assert.StartsWith(d.Api + "/", id, StringComparison.Ordinal)
                );
            }
        );

    [Fact]
    public void SomeShowRarely()
    {
        Assert.Contains(AllMutants.List, d => d.ShowsOnceIn == 20);
        Assert.Contains(AllMutants.List, d => d.ShowsOnceIn == 100);
    }

    [Fact]
    public void EverySurvivorIsADefectThatNightlyRunsKill() =>
        Assert.All(
            Survivors.List,
            survivor =>
            {
                Assert.Contains(AllMutants.List, d => d.Name == survivor.Mutant);
                Assert.Subset(new HashSet<string> { "smoke", "standard" }, survivor.Profiles.ToHashSet());
                Assert.NotEmpty(survivor.Because);
            }
        );
}
