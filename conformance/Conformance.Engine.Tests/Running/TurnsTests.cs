using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Running;

/// <summary>When the requirements of a run have their turn.</summary>
public sealed class TurnsTests
{
    private static readonly PlannedRequirement Early = Planned("early") with
    {
        RunsLast = true,
        Begins = _ => Task.CompletedTask,
    };

    private static readonly PlannedRequirement Late = Planned("late") with { RunsLast = true };

    [Fact]
    public void WhatBeginsEarlyDoesBesideTheOthersAndIsJudgedAfterTheLast()
    {
        var turns = Of(Late, Planned("a"), Early);
        Assert.Equal(["a", "early"], turns.Together.Select(Id).Order());
        Assert.Equal(["late", "early"], turns.Last.Select(Id));
    }

    [Fact]
    public void OnlyWhatRunsAloneAndIsPromotedComesFirst()
    {
        ImmutableArray<PlannedRequirement> all =
        [
            Planned("a") with
            {
                RunsAlone = true,
            },
            Planned("z") with
            {
                RunsAlone = true,
            },
            Planned("b"),
        ];
        var turns = Turns.Of(all, all, r => Id(r) is "z" or "b");
        Assert.Equal(["z"], turns.First.Select(Id));
        Assert.Equal(["b"], turns.Together.Select(Id));
        Assert.Equal(["a"], turns.Alone.Select(Id));
    }

    private static Turns Of(params ImmutableArray<PlannedRequirement> all) => Turns.Of(all, all, _ => false);

    private static string Id(PlannedRequirement planned) => planned.Requirement.Id;

    private static PlannedRequirement Planned(string id) =>
        new(
            new Requirement(id, "sample", "Put", RequirementGroup.State, Level.Must, [], "It is.", []),
            Rejecting.Put,
            _ => Task.FromResult(Finding.Passed(1))
        );
}
