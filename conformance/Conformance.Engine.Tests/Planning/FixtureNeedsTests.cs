using Conformance.Engine.Planning;
using Conformance.Engine.Testing;
using Conformance.Generators;
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
    [InlineData("sample/Ask/inputs[].port/type/rejected", true)]
    [InlineData("sample/Ask/response/inputs[].port/type", false)]
    public void OnlyARequirementThatTriesValuesOfAMemberHangsOnIt(string id, bool tries)
    {
        var member = Samples.Ask.RequestMembers().First(m => m.Path == "inputs[].port");
        var planned = Planned(id, member.Path) with { Facet = tries ? new Facet(member, null, Side.Outside) : null };
        Assert.Equal(tries, FixtureNeeds.OnFixtures(planned).Needs.Contains(member.Path));
    }

    [Fact]
    public void TheTestStaysWhatItIs()
    {
        var planned = Planned("sample/Ask/it/behaves", null) with { RunsLast = true };
        var hanging = FixtureNeeds.OnFixtures(planned);
        Assert.Same(planned.Test, hanging.Test);
        Assert.True(hanging.RunsLast);
    }

    private static PlannedRequirement Planned(string id, string? member) =>
        new(
            new Requirement(id, "sample", "Ask", RequirementGroup.Type, Level.Must, [], "It is.", [])
            {
                Member = member,
            },
            Samples.Ask,
            _ => Task.FromResult(Finding.Passed(1))
        );
}
