using Conformance.Reference.Defects;

namespace Conformance.Reference.Tests.Defects;

public sealed class AllDefectsTests
{
    [Fact]
    public void EveryDefectThereIsIsListedOnce()
    {
        var listed = AllDefects.List.Select(d => d.GetType()).ToList();
        Assert.Equal(listed.Count, listed.Distinct().Count());
        var unlisted = Sealed(typeof(Defect)).Except(listed).Select(t => t.FullName);
        Assert.Empty(unlisted);
    }

    [Fact]
    public void ThereAreEnoughOfThemForEachApi()
    {
        Assert.True(AllDefects.List.Length >= 150, $"{AllDefects.List.Length} defects");
        Assert.All(AllDefects.List.CountBy(d => d.Api), api => Assert.True(api.Value >= 40, $"{api.Key}: {api.Value}"));
    }

    [Fact]
    public void NamesAreUniqueThroughoutAllApis() =>
        Assert.Empty(AllDefects.List.CountBy(d => d.Name).Where(n => n.Value > 1).Select(n => n.Key));

    [Fact]
    public void EachSaysItsLieInWordsThatFollowTheTarget() =>
        Assert.All(AllDefects.List, d => Assert.Matches(@"^[a-z][^\n]{8,}[^.]$", d.Says));

    [Fact]
    public void EachBreaksSomethingOfItsOwnApi() =>
        Assert.All(
            AllDefects.List,
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
        Assert.Contains(AllDefects.List, d => d.ShowsOnceIn == 20);
        Assert.Contains(AllDefects.List, d => d.ShowsOnceIn == 100);
    }

    [Fact]
    public void EverySurvivorIsADefectThatNightlyRunsKill() =>
        Assert.All(
            Survivors.List,
            survivor =>
            {
                Assert.Contains(AllDefects.List, d => d.Name == survivor.Defect);
                Assert.Subset(new HashSet<string> { "smoke", "standard" }, survivor.Profiles.ToHashSet());
                Assert.NotEmpty(survivor.Because);
            }
        );

    [Fact]
    public void WhatADefectRemembersItRemembersForOneServer() =>
        Assert.All(
            AllDefects.List,
            d => Assert.NotSame(d.Apply(new ReferenceOptions()), d.Apply(new ReferenceOptions()))
        );

    internal static IEnumerable<Type> Sealed(Type type) =>
        type.Assembly.GetTypes().Where(t => t is { IsSealed: true, IsAbstract: false } && t.IsAssignableTo(type));
}
