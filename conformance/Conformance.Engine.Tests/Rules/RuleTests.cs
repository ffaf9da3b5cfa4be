using Conformance.Engine.Rules;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

/// <summary>A rule applied to every constraint of its kind.</summary>
public sealed class RuleTests
{
    private static readonly MaxLength Recorded = new(3, Level.May, Made.At(20))
    {
        Interpretations = [Made.Interpretation("R4"), Made.Interpretation("R5")],
    };

    private static readonly Operation Put = Made.Operation(
        Made.Text("note", Made.Required, Made.Max(5)),
        Made.Text("other", Made.Optional, Recorded)
    );

    [Fact]
    public void ARequirementSaysWhereItComesFromAndWhatItIsAbout()
    {
        var rule = Limiting(applies: member => member.Name == "note");
        var planned = Assert.Single(rule.Of(Put));
        var requirement = planned.Requirement;
        Assert.Equal(
            ("sample/Put/note/max/rejected", "sample", "Put", "note"),
            (requirement.Id, requirement.Api, requirement.Operation, requirement.Member)
        );
        Assert.Equal("note is at most 5.", requirement.Says);
        Assert.Equal(["D0:5"], requirement.Sources.Select(s => s.ToString()));
        Assert.Same(Put, planned.Operation);
        Assert.Equal(
            ("note", Side.Outside, true),
            (planned.Facet!.Member.Path, planned.Facet.Side, planned.Facet.TakesValues)
        );
        Assert.Same(Put.Body[0].Find<MaxLength>(), planned.Facet.Constraint);
    }

    [Theory]
    [InlineData(Side.Outside)]
    [InlineData(Side.Inside)]
    public void TheSideIsTheRulesOwnWhateverTheIdsEndWith(Side side) =>
        Assert.All(Limiting(side).Of(Put), planned => Assert.Equal(side, planned.Facet!.Side));

    [Theory]
    [InlineData(Outcome.Passed, Outcome.Passed, 1)]
    [InlineData(Outcome.Failed, Outcome.Passed, 1)]
    [InlineData(Outcome.Skipped, Outcome.Skipped, 0)]
    [InlineData(Outcome.Errored, Outcome.Errored, 0)]
    public async Task WhatIsOnlyRecordedNeverFails(Outcome found, Outcome outcome, int observations)
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var finding = await Limiting(find: new Finding(found, "as found", 3)).Test(target, Put, "other");
        Assert.Equal((outcome, 3, observations), (finding.Outcome, finding.Cases, finding.Observations.Length));
        Assert.All(finding.Observations, o => Assert.Equal(("R4", "as found"), (o.Interpretation, o.Saw)));
    }

    [Fact]
    public async Task WhatIsMandatoryIsWhatTheTestFound()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var failed = new Finding(Outcome.Failed, "as found", 3);
        Assert.Same(failed, await Limiting(find: failed).Test(target, Put, "note"));
    }

    private static Rule Limiting(Side side = Side.Outside, Func<Member, bool>? applies = null, Finding? find = null) =>
        Rule.ForEach<MaxLength>(
            RequirementGroup.Length,
            "max/rejected",
            side,
            (member, max) => $"{member.Path} is at most {max.Limit}",
            (_, _) => Task.FromResult(find ?? Finding.Passed(1)),
            applies
        );
}
