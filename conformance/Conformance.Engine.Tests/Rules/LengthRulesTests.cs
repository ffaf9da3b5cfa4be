using Conformance.Engine.Rules;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

public sealed class LengthRulesTests
{
    private static readonly Operation Put = Made.Operation(
        Made.Text("name", Made.Required, Made.Min(1), Made.Max(12)) with
        {
            Role = MemberRole.UniqueName,
        },
        Made.Text("note", Made.Optional, Made.Min(2), Made.Max(5)),
        Made.Text("free", Made.Optional, Made.Min(0)),
        Made.Text("code", Made.Optional, Made.Matching("[a-z]{1,4}"), Made.Max(10)),
        Made.Text("exact", Made.Optional, Made.Matching("[a-z]{1,6}"), Made.Max(6)),
        Made.Text("flow", Made.Optional, Made.Min(4), Made.Max(9)) with
        {
            Role = MemberRole.Known,
        },
        Made.Text("maybe", Made.Optional, new MaxLength(3, Level.May, Made.At(20)))
    ) with
    {
        Parameters =
        [
            Made.Text("empty", Made.Min(0)) with
            {
                Place = Place.Path,
            },
            Made.Text("known", Made.Min(1)) with
            {
                Place = Place.Path,
                Role = MemberRole.Known,
            },
        ],
    };

    public static TheoryData<Rule, string[]> Plans =>
        new()
        {
            {
                LengthRules.AcceptsShortest,
                [
                    "known/minLength/accepted Must D0:4 length Inside",
                    "name/minLength/accepted Must D0:4 length Inside alone",
                    "note/minLength/accepted Must D0:4 length Inside",
                    "free/minLength/accepted Must D0:4 length Inside",
                ]
            },
            {
                LengthRules.RejectsTooShort,
                [
                    "known/minLength/rejected Must D0:4 length Outside",
                    "name/minLength/rejected Must D0:4 length Outside",
                    "note/minLength/rejected Must D0:4 length Outside",
                    "flow/minLength/rejected Must D0:4 length Outside",
                ]
            },
            {
                LengthRules.AcceptsLongest,
                [
                    "name/maxLength/accepted Must D0:5 length Inside",
                    "note/maxLength/accepted Must D0:5 length Inside",
                    "exact/maxLength/accepted Must D0:5 length Inside",
                    "maybe/maxLength/accepted May D0:20 observation Inside",
                ]
            },
            {
                LengthRules.RejectsTooLong,
                [
                    "name/maxLength/rejected Must D0:5 length Outside",
                    "note/maxLength/rejected Must D0:5 length Outside",
                    "code/maxLength/rejected Must D0:5 length Outside",
                    "exact/maxLength/rejected Must D0:5 length Outside",
                    "flow/maxLength/rejected Must D0:5 length Outside",
                    "maybe/maxLength/rejected May D0:20 observation Outside",
                ]
            },
        };

    [Theory]
    [MemberData(nameof(Plans))]
    public void EachLimitGivesItsRequirements(Rule rule, string[] rows) => Assert.Equal(rows, rule.Plan(Put));

    [Fact]
    public void OneCharacterIsCalledOne() =>
        Assert.Equal(
            ["name of fewer than 1 character", "note of fewer than 2 characters"],
            LengthRules
                .RejectsTooShort.Of(Put)
                .Select(p => string.Join(' ', p.Requirement.Says.Split(' ')[..6]))
                .Where(says => says.StartsWith('n'))
        );

    [Theory]
    [InlineData("minLength/accepted", 2, 3)]
    [InlineData("minLength/rejected", 0, 1)]
    [InlineData("maxLength/accepted", 39, 40)]
    [InlineData("maxLength/rejected", 41, 80)]
    public async Task TheLengthsOnBothSidesOfALimitAreTried(string kind, params int[] lengths)
    {
        var rule = RuleBook.All.Single(r => r.Kind == kind);
        using var target = KitRuns(2, 40);
        var test = target.Bench(Note);
        Assert.Equal(Outcome.Passed, (await rule.Test(test, "note")).Outcome);
        var plain = test
            .Tried.Sent.Where(c => c.Label.StartsWith("length-", StringComparison.Ordinal))
            .Select(c => ((Generators.JsonText)c.Sample!.Value).Value.Length);
        Assert.Equal(lengths, plain.Distinct().Order());
    }

    [Theory]
    [InlineData(2, 41, "maxLength/rejected")]
    [InlineData(1, 40, "minLength/rejected")]
    [InlineData(2, 39, "maxLength/accepted")]
    [InlineData(3, 40, "minLength/accepted")]
    public async Task ALimitThatIsOffByOneFailsOnItsSide(int shortest, int longest, string failed)
    {
        foreach (var rule in RuleBook.All.Where(r => r.Kind.StartsWith('m') && r.Kind.Contains("Length")))
        {
            using var target = KitRuns(shortest, longest);
            var outcome = (await rule.Test(target, Note, "note")).Outcome;
            Assert.True(outcome == (rule.Kind == failed ? Outcome.Failed : Outcome.Passed), $"{rule.Kind}: {outcome}");
        }
    }

    [Fact]
    public async Task WhatNoDocumentDemandsIsObservedAndNeverJudged()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var finding = await LengthRules.RejectsTooLong.Test(target, Put with { Parameters = [] }, "maybe");
        Assert.Equal(Outcome.Passed, finding.Outcome);
        Assert.Single(finding.Observations);
        Assert.Null(finding.Evidence);
    }

    private static Operation Note => Made.Operation(Made.Text("note", Made.Required, Made.Min(2), Made.Max(40)));

    private static ScriptedTarget KitRuns(int shortest, int longest) =>
        new(r =>
            r.TextAt("note") is { } note
            && note.EnumerateRunes().Count() is var length
            && length >= shortest
            && length <= longest
                ? ScriptedResponse.Accepted
                : ScriptedResponse.Rejected
        );
}
