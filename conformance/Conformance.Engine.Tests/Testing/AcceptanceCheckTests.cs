using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;
using Conformance.Schemas;
using static Conformance.Engine.Tests.Testing.Accepting;

namespace Conformance.Engine.Tests.Testing;

/// <summary>Legal values that are accepted pass; one that is rejected fails, where an ordinary one is accepted.</summary>
public sealed class AcceptanceCheckTests
{
    [Fact]
    public async Task ValuesThatAreAcceptedPassWithOneRequestEach()
    {
        using var target = ThatGives(ScriptedResponse.Accepted);
        var test = Bench(target);
        var finding = await Of(test).Run(test);
        Assert.Equal((Outcome.Passed, 2), (finding.Outcome, finding.Cases));
        Assert.Equal([Special, OtherSpecial], target.Requests.Select(r => r.TextAt("note")));
        Assert.Equal(2, test.Tried.Sent.Length);
        Assert.Null(test.FailedAfterRequests);
    }

    [Fact]
    public async Task WithoutAValueNothingIsSent()
    {
        using var target = ThatGives(ScriptedResponse.Accepted);
        var test = Bench(target);
        var finding = await (Of(test) with { Cases = [] }).Run(test);
        Assert.Equal((Outcome.Skipped, SkipReason.NotApplicable), (finding.Outcome, finding.Skip));
        Assert.Empty(target.Requests);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(500)]
    public async Task AValueThatIsRejectedBesideAnAcceptedOneFailsWithEvidence(int status)
    {
        using var target = new ScriptedTarget(r =>
            r.TextAt("note") == OtherSpecial ? new ScriptedResponse(status) : ScriptedResponse.Accepted
        );
        var test = Bench(target);
        var finding = await Of(test).Run(test);
        var evidence = finding.Evidence!;
        Assert.Equal((Outcome.Failed, 2), (finding.Outcome, finding.Cases));
        Assert.Equal(status == 500 ? 3 : 2, test.FailedAfterRequests);
        Assert.Equal(Made.Case(Note, OtherSpecial).Says, evidence.Case);
        Assert.Equal(Expectation.Accepted.Says, evidence.Expected);
        Assert.StartsWith($"{status} ", evidence.Actual, StringComparison.Ordinal);
        Assert.Equal(status, Assert.Single(evidence.Exchanges).Exchange.Response?.Status);
        Assert.Equal([evidence.Case], finding.FailedCases);
        Assert.False(target.Requests[^1].IsSpecial());
    }

    [Fact]
    public async Task TheFirstOfSeveralFailuresIsShownAndAllAreNamed()
    {
        using var target = ThatGives(ScriptedResponse.Rejected);
        var finding = await Test(target);
        Assert.Equal(new[] { Special, OtherSpecial }.Select(t => Made.Case(Note, t).Says), finding.FailedCases);
        Assert.Equal(finding.FailedCases[0], finding.Evidence!.Case);
    }

    [Fact]
    public async Task ALegalValueThatIsRejectedIsShrunkToTheSmallestThatIs()
    {
        using var target = new ScriptedTarget(r =>
            r.TextAt("note")!.Contains('+') ? ScriptedResponse.Rejected : ScriptedResponse.Accepted
        );
        var test = Bench(target);
        var constraint = Note.Constraints[^1];
        var check = Of(test, null, "qwerty+uiop") with
        {
            Smaller = sample => ScriptedTarget.Values.Shrink(Note, constraint, sample),
        };
        var evidence = (await check.Run(test)).Evidence!;
        Assert.Equal(("\"qwerty+uiop\"", "\"+\""), (evidence.OriginalValue, evidence.SmallestValue));
    }

    [Fact]
    public async Task WhatIsRejectedInAnotherWayIsRejectedForAnotherReason()
    {
        using var target = new ScriptedTarget(r =>
            r.TextAt("note") == "qwerty+uiop" ? ScriptedResponse.Rejected
            : r.TextAt("note")!.Contains('+') ? ScriptedResponse.NotFound
            : ScriptedResponse.Accepted
        );
        var test = Bench(target);
        var check = Of(test, null, "qwerty+uiop") with
        {
            Smaller = sample => ScriptedTarget.Values.Shrink(Note, Note.Constraints[^1], sample),
        };
        Assert.Equal("\"qwerty+uiop\"", (await check.Run(test)).Evidence!.SmallestValue);
    }

    [Fact]
    public async Task AResponseThatIsMissingOnceIsAskedForAgain()
    {
        var special = 0;
        using var target = new ScriptedTarget(r =>
            r.TextAt("note") == Special && special++ == 0
                ? ScriptedResponse.None(TransportFailureKind.Timeout)
                : ScriptedResponse.Accepted
        );
        Assert.Equal(Outcome.Passed, (await Test(target)).Outcome);
        Assert.Equal([Special, Special, OtherSpecial], target.Requests.Select(r => r.TextAt("note")));
    }

    [Fact]
    public async Task AValueThatNeverGetsAResponseFailsAndEndsTheTest()
    {
        using var target = ThatGives(ScriptedResponse.None(TransportFailureKind.Timeout));
        var finding = await Test(target);
        Assert.Equal((Outcome.Failed, 1), (finding.Outcome, finding.Cases));
        Assert.Null(finding.Evidence!.SmallestValue);
        Assert.DoesNotContain(target.Requests, r => r.TextAt("note") == OtherSpecial);
    }

    [Theory]
    [InlineData(TransportFailureKind.Disconnected)]
    [InlineData(TransportFailureKind.Timeout)]
    public async Task ARequestThatConflictsWithItselfIsSentWithFreshNames(TransportFailureKind failure)
    {
        using var target = ScriptedTarget.InTurn(
            ScriptedResponse.None(failure),
            ScriptedResponse.Conflict,
            ScriptedResponse.Accepted
        );
        var test = target.Bench(
            Made.Operation(Made.Text("name", Made.Required) with { Role = MemberRole.UniqueName }, Note)
        );
        Assert.Equal(Outcome.Passed, (await Of(test).Run(test)).Outcome);
        Assert.Equal([Special, Special, Special, OtherSpecial], target.Requests.Select(r => r.TextAt("note")));
        Assert.Equal(target.Requests[0].TextAt("name"), target.Requests[1].TextAt("name"));
        Assert.Distinct(target.Requests.Skip(1).Select(r => r.TextAt("name")));
    }

    [Theory]
    [InlineData(201, Outcome.Skipped, SkipReason.NotApplicable)]
    [InlineData(400, Outcome.Failed, null)]
    public async Task WhatCanNotBeSentLeavesTheOthersToBeTested(int status, Outcome outcome, SkipReason? skip)
    {
        using var target = ThatGives(new ScriptedResponse(status));
        var test = Bench(target);
        var finding = await (Of(test) with { Cases = [Rejecting.Unsendable, .. Of(test).Cases] }).Run(test);
        Assert.Equal((outcome, skip, 2), (finding.Outcome, finding.Skip, finding.Cases));
        Assert.NotNull(test.Tried.WhyNot(Rejecting.Unsendable.Class));
    }

    [Fact]
    public async Task AValueWhoseResourceCanNotBeMadeIsLeftOut()
    {
        using var target = ThatGives(ScriptedResponse.Accepted);
        var test = Bench(target);
        var check = Of(test);
        var some = await (check with { Before = Before(Special) }).Run(test);
        Assert.Equal((Outcome.Passed, 1), (some.Outcome, some.Cases));
        Assert.Equal([OtherSpecial], target.Requests.Select(r => r.TextAt("note")));
        Assert.NotNull(test.Tried.WhyNot(check.Cases[0].Class));
        var none = await (check with { Before = Before(Special, OtherSpecial) }).Run(test);
        Assert.Equal((Outcome.Skipped, SkipReason.NotIsolated), (none.Outcome, none.Skip));

        Func<TestSession, Engine.Requests.RequestDraft, Task<bool>> Before(params string[] without) =>
            (_, request) => Task.FromResult(!without.Contains(request.TextAt(Note)));
    }
}
