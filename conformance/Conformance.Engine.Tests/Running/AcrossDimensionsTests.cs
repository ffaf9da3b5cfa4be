using Conformance.Engine.Exchanges;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators.Dimensions;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Running;

/// <summary>Behaviours are tested with requests across the dimensions, and fail for the plainest that fails.</summary>
public sealed class AcrossDimensionsTests
{
    private static readonly Operation Put = Made.Operation(
        Made.Text("name", Made.Required, Made.Matching("[a-z0-9-]{1,40}")) with
        {
            Role = MemberRole.UniqueName,
        },
        Made.Text("note", Made.Required)
    );

    [Fact]
    public async Task EveryValueIsMet()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var (finding, test) = await Run(target, Accepts);
        Assert.Equal(Outcome.Passed, finding.Outcome);
        Assert.Equal(TextKind.All.Length, test.Pairs.Of("Put", "text").Count);
        Assert.Equal(SizeKind.All.Length, test.Pairs.Of("Put", "size").Count);
    }

    [Fact]
    public async Task ASmallBudgetMeetsSomeInOneGo()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var (_, test) = await Run(target, Accepts, Profile.Smoke);
        Assert.Equal(1, test.Requests);
        Assert.Single(test.Pairs.Of("Put", "text"));
    }

    [Fact]
    public async Task WhatFailsForSomeTextsAloneFailsForThose()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var (finding, _) = await Run(
            target,
            test => FailsWhere(test, text => text.Contains("😀", StringComparison.Ordinal))
        );
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Equal("the case, with texts of characters of four bytes", finding.Evidence!.Case);
    }

    [Fact]
    public async Task WhatFailsOnlyWhereTwoMeetSaysBoth()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var (finding, _) = await Run(
            target,
            test => FailsWhere(test, text => text.Length > 1_000 && text.Contains("null", StringComparison.Ordinal)),
            Profile.Nightly
        );
        Assert.Contains("texts of more than", finding.Evidence!.Case, StringComparison.Ordinal);
        Assert.Contains("words that mean something to a program", finding.Evidence.Case, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatFailsAnywayFailsForOrdinaryRequests()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var (finding, _) = await Run(target, test => FailsWhere(test, _ => true));
        Assert.Equal("the case", finding.Evidence!.Case);
    }

    [Fact]
    public async Task WhatCanNotBeArrangedAcrossTheDimensionsIsTestedWithOrdinaryRequests()
    {
        using var target = new ScriptedTarget(_ => ScriptedResponse.Accepted);
        var (finding, _) = await Run(
            target,
            async test =>
            {
                var request = test.Valid(Put);
                await test.Arrange(request, "it");
                return request.Combination is { Indexes.IsEmpty: false }
                    ? Finding.Skipped(SkipReason.NotIsolated, "it can't be told")
                    : Finding.Passed(1);
            }
        );
        Assert.Equal(Outcome.Passed, finding.Outcome);
    }

    [Fact]
    public async Task WhatTheTargetRejectsIsNotBuiltOn()
    {
        using var target = new ScriptedTarget(request =>
            request.Body.Contains('世', StringComparison.Ordinal)
                ? ScriptedResponse.Rejected
                : ScriptedResponse.Accepted
        );
        var (finding, test) = await Run(target, Accepts);
        Assert.Equal(Outcome.Passed, finding.Outcome);
        Assert.DoesNotContain(
            TextKind.All.Index().Single(k => k.Item.Name == "three-bytes").Index,
            test.Pairs.Of("Put", "text")
        );
    }

    [Fact]
    public async Task ATestOfItsOwnRequestsIsRunOnce()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var (_, test) = await Run(target, Accepts, across: Across.None);
        Assert.Equal((1, 1), (test.Requests, target.Requests.Length));
    }

    private static async Task<Finding> Accepts(TestSession test)
    {
        test.BeginCase();
        var exchange = await test.Send(test.Valid(Put), "it");
        return exchange.IsAccepted() ? Finding.Passed(1) : test.Fails("the case", "success", exchange.InWords());
    }

    private static async Task<Finding> FailsWhere(TestSession test, Func<string, bool> isWrong)
    {
        test.BeginCase();
        var request = test.Valid(Put);
        await test.Send(request, "it");
        return isWrong(request.TextAt(Put.Body[1])!) ? test.Fails("the case", "this", "that") : Finding.Passed(1);
    }

    private static async Task<(Finding Finding, TestSession Test)> Run(
        ScriptedTarget target,
        Func<TestSession, Task<Finding>> run,
        Profile? profile = null,
        Across across = Across.All
    )
    {
        var session = target.Session(Made.Api(Put)) with { Profile = profile ?? Profile.Standard };
        var test = ScriptedTarget.Bench(session, Put);
        var planned = new PlannedRequirement(test.Requirement, Put, run) { Across = across };
        return (await new AcrossDimensions(planned, test).Test(), test);
    }
}
