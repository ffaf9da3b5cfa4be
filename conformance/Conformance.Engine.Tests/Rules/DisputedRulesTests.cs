using Conformance.Engine.Rules;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

public sealed class DisputedRulesTests
{
    private static readonly Operation Put = Made.Operation(
        Made.Text("name", Made.Required, Made.Matching("[a-z]+")),
        Made.Text("note", Made.Optional, Made.Max(5)),
        Made.Member("size", JsonKind.Integer, Made.Required),
        Made.Member("flag", JsonKind.Boolean, Made.Required)
    );

    [Fact]
    public void OnlyMembersOnWhoseValuesReadersDifferGiveARequirement() =>
        Assert.Equal(
            [
                "note/disputed/observed May D0:10 observation Disputed no-more",
                "size/disputed/observed May D0:10 observation Disputed no-more",
            ],
            DisputedRules.ObservesDisputedValues.Plan(Put)
        );

    [Theory]
    [InlineData(201)]
    [InlineData(400)]
    [InlineData(500)]
    public async Task WhateverTheTargetDoesIsRecordedAndNeverJudged(int status)
    {
        using var target = new ScriptedTarget(r =>
            r.At("size") is JsonRaw { Text: [_, ..] text } && int.TryParse(text, out var n) && n < 100
                ? ScriptedResponse.Accepted
                : new ScriptedResponse(status)
        );
        var finding = await DisputedRules.ObservesDisputedValues.Test(Bench(target), "size");
        Assert.Equal(Outcome.Passed, finding.Outcome);
        Assert.Equal(finding.Cases, finding.Observations.Length);
        Assert.All(finding.Observations, o => Assert.Equal("R12", o.Interpretation));
        Assert.Contains(finding.Observations, o => o.Saw.StartsWith($"{status} ", StringComparison.Ordinal));
        Assert.Contains(finding.Observations, o => o.Id == "sample/Put/it/holds/exponent");
    }

    [Fact]
    public async Task EachDisputedValueIsSentInAValidRequestOfItsOwn()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var test = Bench(target);
        await DisputedRules.ObservesDisputedValues.Test(test, "note");
        Assert.Equal(
            test.Tried.Sent.Select(c => c.Sample!.Value.ToJson()),
            target.Requests.Select(r => r.At("note")!.ToJson())
        );
        Assert.Contains(target.Requests, r => r.At("note") is JsonRaw { IsNull: true });
        Assert.All(target.Requests, r => Assert.Matches("\\A[a-z]+\\z", r.TextAt("name")));
    }

    /// <summary>With the budget that tries every value that is only recorded.</summary>
    private static TestSession Bench(ScriptedTarget target) =>
        ScriptedTarget.Bench(target.Session(Made.Api(Put)) with { Profile = Profile.Standard }, Put);
}
