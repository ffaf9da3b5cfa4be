using Conformance.Reference.Mutants;

namespace Conformance.Reference.Tests.Mutants;

public sealed class AllMutantsTests
{
    [Fact]
    public void NamesAreUniqueThroughoutAllApis() =>
        Assert.Empty(AllMutants.List.CountBy(m => m.Name).Where(n => n.Value > 1).Select(n => n.Key));

    [Fact]
    public void EachSaysItsFaultInWordsThatFollowTheTarget() =>
        Assert.All(AllMutants.List, m => Assert.Matches(@"^[a-z][^\n]{8,}[^.]$", m.Says));

    [Fact]
    public void EachBreaksSomethingOfItsOwnApi() =>
        Assert.All(
            AllMutants.List,
            m =>
            {
                Assert.NotEmpty(m.Breaks);
                Assert.All(
                    m.Breaks.Concat(m.MayBreak),
                    id => Assert.StartsWith(m.Api + "/", id, StringComparison.Ordinal)
                );
            }
        );

    [Fact]
    public void EverySurvivorIsAMutantThatNightlyRunsKill() =>
        Assert.All(
            Survivors.List,
            survivor =>
            {
                Assert.Contains(AllMutants.List, m => m.Name == survivor.Mutant);
                Assert.Subset(new HashSet<string> { "smoke", "standard" }, survivor.Profiles.ToHashSet());
                Assert.NotEmpty(survivor.Because);
            }
        );
}
