using Conformance.Engine.Planning;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Planning;

/// <summary>Which requirements hang on which fixtures, and which names a configuration can give.</summary>
public sealed class FixtureNeedsTests
{
    [Theory]
    [InlineData("flow", true)]
    [InlineData("inputs[].node", true)]
    [InlineData("label", true)]
    [InlineData("arn", true)]
    [InlineData("failures", true)]
    [InlineData("id", false)]
    [InlineData("inputs[].nodes", false)]
    [InlineData("", false)]
    public void AMembersPathOrANeedOfTheApiIsAFixture(string name, bool isFixture) =>
        Assert.Equal(isFixture, FixtureNeeds.IsFixture(Samples.Api, name));

    [Fact]
    public void WhatAScenarioAsksForComesOnTopAndNothingTwice() =>
        Assert.Equal(
            ["flow", "inputs[].node", "arn"],
            FixtureNeeds.OnFixtures(Planned("sample/Ask/it/behaves", null) with { Needs = ["arn", "flow"] }).Needs
        );

    [Theory]
    [InlineData("sample/Ask/inputs[].port/type/rejected", "inputs[].port", true)]
    [InlineData("sample/Ask/response/inputs[].port/type", "inputs[].port", false)]
    [InlineData("sample/Ask/inputs[].port/type/rejected", null, false)]
    public void OnlyARequirementOnTheRequestsOwnMemberHangsOnIt(string id, string? member, bool hangs) =>
        Assert.Equal(hangs, FixtureNeeds.OnFixtures(Planned(id, member)).Needs.Contains("inputs[].port"));

    [Fact]
    public void TheProofStaysWhatItIs()
    {
        var planned = Planned("sample/Ask/it/behaves", null) with { RunsLast = true };
        var hanging = FixtureNeeds.OnFixtures(planned);
        Assert.Same(planned.Prove, hanging.Prove);
        Assert.True(hanging.RunsLast);
    }

    private static PlannedRequirement Planned(string id, string? member) =>
        new(
            new Requirement(id, "sample", "Ask", "type", Level.Must, [], "It is.", []) { Member = member },
            Samples.Ask,
            _ => Task.FromResult(Finding.Passed(1))
        );
}
