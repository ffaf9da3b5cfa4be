using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;
using static Conformance.Engine.Tests.Testing.Rejecting;

namespace Conformance.Engine.Tests.Testing;

/// <summary>
/// Where a target may know only some values (R24), a rejection may be about that: a legal value that it can't know is one
/// more control.
/// </summary>
public sealed class RejectionCheckControlTests
{
    private const string Known = "model";

    private static readonly Member LookedUp = Note with { IsLookedUp = true, Example = Known };
    private static readonly Operation Operation = Made.Operation(LookedUp);

    [Fact]
    public async Task RejectionsShowNothingWhereUnknownValuesAreRejectedTheSameWay()
    {
        using var target = new ScriptedTarget(r =>
            r.TextAt("note") == Known ? ScriptedResponse.Accepted : ScriptedResponse.Rejected
        );
        var finding = await Test(target, TooLong[0]);
        Assert.Equal((Outcome.Skipped, SkipReason.InterpretationAllows), (finding.Outcome, finding.Skip));
        Assert.Equal([Known, TooLong[0]], target.Requests.Take(2).Select(r => r.TextAt("note")));
    }

    [Fact]
    public async Task RejectionsCountWhereUnknownValuesAreAccepted()
    {
        using var target = To(ScriptedResponse.Rejected);
        Assert.Equal(Outcome.Passed, (await Test(target, TooLong[0])).Outcome);
        var unknown = target.Requests[^1].TextAt("note");
        Assert.NotEqual(Known, unknown);
        Assert.InRange(unknown!.Length, 0, Longest);
    }

    [Fact]
    public async Task RejectionsCountWhereUnknownValuesAreRejectedInAnotherWay()
    {
        using var target = new ScriptedTarget(r =>
            r.IsViolation() ? ScriptedResponse.Rejected
            : r.TextAt("note") == Known ? ScriptedResponse.Accepted
            : ScriptedResponse.NotFound
        );
        Assert.Equal(Outcome.Passed, (await Test(target, TooLong[0])).Outcome);
    }

    [Fact]
    public async Task WhatIsNoTextCanNotBeLookedUp()
    {
        using var target = new ScriptedTarget(r =>
            r.TextAt("note") == Known ? ScriptedResponse.Accepted : ScriptedResponse.Rejected
        );
        var test = target.Bench(Operation);
        var number = Case.Setting(LookedUp, new Sample(new JsonRaw("7"), "number", "7"));
        var check = Of(test, [number]) with { Valid = () => test.Valid(Operation, LookedUp), Member = LookedUp };
        Assert.Equal(Outcome.Passed, (await check.Run(test)).Outcome);
        Assert.Equal(2, target.Requests.Length);
    }

    [Fact]
    public async Task WhereNoMemberIsUnderTestNothingIsLookedUp()
    {
        using var target = To(ScriptedResponse.Rejected);
        var test = target.Bench(Put);
        Assert.Equal(Outcome.Passed, (await (Of(test, TooLong) with { Member = null }).Run(test)).Outcome);
        Assert.Equal(4, target.Requests.Length);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    public async Task AControlMayBeRejectedForAValueThatOnlyTheConfigurationCanName(int status)
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(status));
        var finding = await Test(target, TooLong[0]);
        Assert.Equal((Outcome.Skipped, SkipReason.MissingFixture), (finding.Outcome, finding.Skip));
        Assert.Contains("the fixture note", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AControlWithAConfiguredValueIsRejectedForAnotherReason()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Rejected);
        var finding = await Test(target, TooLong[0], ("note", "\"known\""));
        Assert.Equal((Outcome.Skipped, SkipReason.NotIsolated), (finding.Outcome, finding.Skip));
        Assert.Equal("known", target.Requests[0].TextAt("note"));
    }

    [Fact]
    public async Task WhatAViolationNeedsIsBroughtAboutBeforeItIsSent()
    {
        using var target = To(ScriptedResponse.Rejected);
        var test = target.Bench(Put);
        var before = new List<(string? Note, int Sent)>();
        var check = Of(test, TooLong) with
        {
            Before = (_, request) =>
            {
                before.Add((request.TextAt(Note), target.Requests.Length));
                return Task.CompletedTask;
            },
        };
        Assert.Equal(Outcome.Passed, (await check.Run(test)).Outcome);
        Assert.Equal([(TooLong[0], 1), (TooLong[1], 2), (TooLong[2], 3)], before);
    }

    private static Task<Finding> Test(ScriptedTarget target, string text, params (string, string)[] fixtures)
    {
        var test = target.Bench(Operation, fixtures);
        var check = Of(test, text) with { Valid = () => test.Valid(Operation, LookedUp), Member = LookedUp };
        return check.Run(test);
    }
}
