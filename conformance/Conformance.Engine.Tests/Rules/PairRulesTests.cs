using Conformance.Engine.Rules;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

/// <summary>Every two optional members with and without each other.</summary>
public sealed class PairRulesTests
{
    private static readonly string[] Optional = ["note", "label", "info", "info.more", "size"];

    private static readonly Operation Put = Made.Operation(
        Made.Text("name", Made.Required),
        Made.Text("note", Made.Optional),
        Made.Text("label", Made.Optional),
        Made.Member("info", JsonKind.Object, Made.Optional) with
        {
            Members = [Made.Text("info.kind", Made.Required), Made.Text("info.more", Made.Optional)],
        },
        Made.Member("size", JsonKind.Integer, Made.Optional),
        Made.Text("silent", new Optional(Level.May, Made.At(20))),
        Made.Text("model", Made.Optional) with
        {
            IsLookedUp = true,
        },
        Made.Text("known", Made.Optional) with
        {
            Role = MemberRole.Known,
        }
    );

    [Fact]
    public void AnOperationWithTwoOptionalMembersGivesOneRequirement()
    {
        Assert.Equal(["request/pairs-of-members/accepted Must D0:10 presence"], PairRules.AcceptsPairs.Plan(Put));
        Assert.Empty(PairRules.AcceptsPairs.Plan(Made.Operation(Made.Text("name", Made.Required), Put.Body[1])));
    }

    [Fact]
    public async Task EveryTwoOptionalMembersComeInAllFourWays()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var finding = await PairRules.AcceptsPairs.Test(target, Put);
        Assert.Equal(Outcome.Passed, finding.Outcome);
        Assert.InRange(target.Requests.Length, 4, 12);
        foreach (var (one, other) in Pairs())
        {
            var ways = target.Requests.Select(r => (r.At(one) is null, r.At(other) is null)).Distinct().Count();
            Assert.True(ways == (other.StartsWith(one, StringComparison.Ordinal) ? 3 : 4), $"{one}, {other}: {ways}");
        }
        Assert.All(target.Requests, r => Assert.NotNull(r.At("silent")));
        Assert.All(target.Requests, r => Assert.Null(r.At("known")));
        Assert.All(target.Requests, r => Assert.True(r.At("info") is null || r.At("info.kind") is not null));
    }

    [Fact]
    public async Task TwoMembersThatAreRejectedTogetherFail()
    {
        using var target = new ScriptedTarget(r =>
            r.At("note") is null && r.At("size") is not null ? ScriptedResponse.Rejected : ScriptedResponse.Accepted
        );
        var finding = await PairRules.AcceptsPairs.Test(target, Put);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Contains("without note", finding.Evidence!.Case, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ValuesThatMayBeLookedUpAreNotHeldAgainstTheTarget()
    {
        using var target = new ScriptedTarget(r =>
            r.At("model") is null ? ScriptedResponse.Accepted : ScriptedResponse.NotFound
        );
        var finding = await PairRules.AcceptsPairs.Test(target, Put);
        Assert.Equal((Outcome.Skipped, SkipReason.InterpretationAllows), (finding.Outcome, finding.Skip));
    }

    [Fact]
    public async Task WhatSaysSomethingOfAnotherMemberNeverComesWithoutIt()
    {
        var dependent = Made.Operation(
            Made.Text("url", Made.Optional),
            Made.Text("context", Made.Optional) with
            {
                ComesWith = "url",
            },
            Made.Text("note", Made.Optional)
        );
        using var target = new ScriptedTarget(r =>
            r.At("url") is null && r.At("context") is not null ? ScriptedResponse.Rejected : ScriptedResponse.Accepted
        );
        Assert.Equal(Outcome.Passed, (await PairRules.AcceptsPairs.Test(target, dependent)).Outcome);
        Assert.Equal(3, target.Requests.Select(r => (r.At("url") is null, r.At("context") is null)).Distinct().Count());
    }

    [Fact]
    public async Task EachOfTheAlternativesComesWithEachOptionalMember()
    {
        var either = Made.Operation(Made.Text("one"), Made.Text("other"), Put.Body[1]) with
        {
            ExactlyOneOf = ["one", "other"],
        };
        using var target = new ScriptedTarget(r =>
            r.At("one") is null == r.At("other") is null ? ScriptedResponse.Rejected : ScriptedResponse.Accepted
        );
        Assert.Equal(Outcome.Passed, (await PairRules.AcceptsPairs.Test(target, either)).Outcome);
        Assert.Equal(4, target.Requests.Select(r => (r.At("one") is null, r.At("note") is null)).Distinct().Count());
    }

    private static IEnumerable<(string, string)> Pairs() =>
        from one in Optional.Index()
        from other in Optional.Skip(one.Index + 1)
        select (one.Item, other);
}
