using Conformance.Reference.Mutants;
using Conformance.Reports;
using Conformance.Reports.SelfTest;

namespace Conformance.SelfTest.Tests;

/// <summary>No rule, scenario or invariant can be taken away unnoticed.</summary>
public sealed class PartsTests
{
    private const string TooLong = "nova-act/CreateWorkflowRun/modelId/maxLength/rejected";
    private const string TooShort = "nova-act/CreateWorkflowRun/modelId/minLength/rejected";
    private const string NoServerError = "nova-act/CreateWorkflowRun/robustness/no-server-error";

    private static readonly ImmutableSortedDictionary<string, ImmutableHashSet<string>> All = Parts.Of(
        Judges.Everything
    );

    /// <summary>What each fault breaks, as ids.</summary>
    private static readonly Lazy<
        ImmutableArray<(Mutant Mutant, ImmutableArray<ImmutableArray<string>> Broken)>
    > Faults = new(() => [.. AllMutants.List.Where(m => m.ShowsOnceIn == 1).Select(m => (m, Broken(m)))]);

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void SomeMutantBreaksWhatThisPartAloneTests(string name) =>
        Assert.Contains(Faults.Value, fault => fault.Broken.Any(ids => ids.All(All[name].Contains)));

    [Fact]
    public void EveryRequirementOfLevelMustOrShouldIsTestedByOnePart() =>
        Assert.Equal(
            Judges
                .Everything.SelectMany(planned => planned.Requirements)
                .Where(planned => planned.Requirement.Level != Schemas.Level.May)
                .Select(planned => planned.Requirement.Id)
                .Order(StringComparer.Ordinal),
            All.Values.SelectMany(ids => ids).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void AMutantThatOnePartAloneKillsSurvivesWithoutIt()
    {
        var part = Of([Killed("A", [TooLong], TooLong)], "maxLength/rejected");
        Assert.Equal(["A"], part.Survivors);
        Assert.Equal(["A"], part.NoticedAlone);
    }

    [Fact]
    public void AMutantThatAnotherPartFailsTooIsStillKilledWithoutIt()
    {
        var mutant = Killed("A", [TooLong, TooShort], TooLong, TooShort);
        var part = Of([mutant], "maxLength/rejected");
        Assert.Empty(part.Survivors);
        Assert.Equal(["A"], part.NoticedAlone);
    }

    [Fact]
    public void WhatTwoPartsNoticeOfOneFaultNeitherNoticesAlone()
    {
        var mutant = Killed("A", ["nova-act/CreateWorkflowRun/*"], TooLong, NoServerError);
        Assert.Empty(Of([mutant], "maxLength/rejected").NoticedAlone);
        Assert.Empty(Of([mutant], "nova-act robustness/no-server-error").NoticedAlone);
    }

    [Fact]
    public void WhatNobodyNoticedNobodyNoticesAlone() =>
        Assert.Empty(Of([Killed("A", [TooLong])], "maxLength/rejected").NoticedAlone);

    private static PartResult Of(ImmutableArray<MutantResult> mutants, string name) =>
        Parts.Of(Judges.Everything, mutants).Single(part => part.Name == name);

    private static MutantResult Killed(string name, ImmutableArray<string> breaks, params string[] by) =>
        new(
            name,
            "nova-act",
            "is wrong",
            breaks,
            1,
            [new(1, 100, [.. by.Select(id => new Kill(id, 1, Aim.Broken))], [])]
        );

    private static ImmutableArray<ImmutableArray<string>> Broken(Mutant mutant) =>
        [
            .. mutant.Breaks.Select(glob =>
                Judges
                    .Everything.Where(planned => planned.Api.Name == mutant.Api)
                    .SelectMany(planned => planned.Requirements)
                    .Select(planned => planned.Requirement.Id)
                    .Where(id => RequirementGlob.Matches(glob, id))
                    .ToImmutableArray()
            ),
        ];
}
