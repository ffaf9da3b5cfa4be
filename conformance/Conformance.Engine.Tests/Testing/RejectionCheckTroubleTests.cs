using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using static Conformance.Engine.Tests.Testing.Rejecting;

namespace Conformance.Engine.Tests.Testing;

/// <summary>What a check of rejections makes of responses that do not come, or say nothing of the request.</summary>
public sealed class RejectionCheckTroubleTests
{
    [Theory]
    [InlineData(TransportFailureKind.Disconnected)]
    [InlineData(TransportFailureKind.Timeout)]
    [InlineData(TransportFailureKind.Malformed)]
    public async Task AViolationThatNeverGetsAResponseFailsWhereTheTargetLivesOn(TransportFailureKind failure)
    {
        using var target = To(ScriptedResponse.None(failure));
        var finding = await Test(target);
        var evidence = finding.Evidence!;
        Assert.Equal((Outcome.Failed, 1), (finding.Outcome, finding.Cases));
        Assert.Equal(failure, evidence.Exchanges[^1].Exchange.Failure?.Kind);
        Assert.Equal(201, evidence.Control?.Response?.Status);
        Assert.False(target.Requests[^1].IsViolation());
        Assert.DoesNotContain(target.Requests, r => r.TextAt("note") == TooLong[1]);
    }

    [Fact]
    public async Task AResponseThatIsMissingOnceOnlyIsAnError()
    {
        var violations = 0;
        using var target = To(_ =>
            violations++ == 0 ? ScriptedResponse.None(TransportFailureKind.Timeout) : ScriptedResponse.Rejected
        );
        Assert.Equal(Outcome.Errored, (await Test(target)).Outcome);
    }

    [Fact]
    public async Task ATargetThatStopsRespondingAltogetherIsNotAccused()
    {
        var isGone = false;
        using var target = new ScriptedTarget(request =>
        {
            isGone |= request.IsViolation();
            return isGone ? ScriptedResponse.None(TransportFailureKind.Timeout) : ScriptedResponse.Accepted;
        });
        Assert.Equal(Outcome.Errored, (await Test(target)).Outcome);
    }

    [Fact]
    public async Task ATargetThatRejectsTheControlByThenIsNotAccusedEither()
    {
        var isGone = false;
        using var target = new ScriptedTarget(request =>
        {
            isGone |= request.IsViolation();
            return request.IsViolation() ? ScriptedResponse.None(TransportFailureKind.Timeout)
                : isGone ? new ScriptedResponse(500)
                : ScriptedResponse.Accepted;
        });
        Assert.Equal(Outcome.Errored, (await Test(target)).Outcome);
    }

    [Fact]
    public async Task BehindAFailureAMissingResponseIsOneMore()
    {
        using var target = To(r =>
            r.TextAt("note")!.Length == 8
                ? ScriptedResponse.None(TransportFailureKind.Timeout)
                : ScriptedResponse.Accepted
        );
        var finding = await Test(target);
        Assert.Equal((Outcome.Failed, 3), (finding.Outcome, finding.FailedCases.Length));
        Assert.StartsWith("201 ", finding.Evidence!.Actual, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(402)]
    public async Task ALimitOfTheTargetInTheMiddleIsAnErrorAndEndsTheTest(int status)
    {
        using var target = To(r =>
            r.TextAt("note")!.Length == 7 ? new ScriptedResponse(status) : ScriptedResponse.Rejected
        );
        var finding = await Test(target);
        Assert.Equal((Outcome.Errored, 2), (finding.Outcome, finding.Cases));
        Assert.DoesNotContain(target.Requests, r => r.TextAt("note") == TooLong[2]);
    }

    [Fact]
    public async Task ALostControlThatConflictsWithItselfIsSentAfreshOnce()
    {
        using var target = ScriptedTarget.InTurn(
            ScriptedResponse.None(TransportFailureKind.Disconnected),
            ScriptedResponse.Conflict,
            ScriptedResponse.Accepted,
            ScriptedResponse.Rejected
        );
        Assert.Equal(Outcome.Passed, (await Test(target)).Outcome);
        Assert.Equal(target.Requests[0].Body, target.Requests[1].Body);
        Assert.NotEqual(target.Requests[1].Body, target.Requests[2].Body);
    }

    [Fact]
    public async Task ControlsThatConflictWithThemselvesAgainAreAnError()
    {
        using var target = new ScriptedTarget(r =>
            r.Turn % 2 == 1 ? ScriptedResponse.None(TransportFailureKind.Disconnected) : ScriptedResponse.Conflict
        );
        Assert.Equal(Outcome.Errored, (await Test(target)).Outcome);
        Assert.Equal(4, target.Requests.Length);
    }

    [Theory]
    [InlineData(4096, Outcome.Failed)]
    [InlineData(4097, Outcome.Passed)]
    public async Task ABodyTooLargeForAnyServerMayBeRejectedForItsSize(int bytes, Outcome outcome)
    {
        using var target = To(new ScriptedResponse(413));
        var test = target.Bench(Put);
        var around = """{"note":""}""".Length;
        var finding = await Of(test, new string('x', bytes - around)).Run(test);
        Assert.Equal(bytes, target.Requests[1].Bytes.Length);
        Assert.Equal(outcome, finding.Outcome);
    }

    [Theory]
    [InlineData(false, Outcome.Passed)]
    [InlineData(true, Outcome.Failed)]
    public async Task AServerErrorCountsWhereOnlyTheViolationGetsIt(bool isForTheViolation, Outcome outcome)
    {
        const int large = 70_000;
        using var target = new ScriptedTarget(request =>
            request.Bytes.Length > large && (request.IsViolation() || !isForTheViolation) ? new ScriptedResponse(500)
            : request.IsViolation() ? ScriptedResponse.Rejected
            : ScriptedResponse.Accepted
        );
        var test = target.Bench(Put);
        Assert.Equal(outcome, (await Of(test, "abcdef", new string('x', large)).Run(test)).Outcome);
    }

    [Theory]
    [InlineData('\uD800', Outcome.Passed)]
    [InlineData('g', Outcome.Failed)]
    public async Task HalfACharacterMayKeepTheBodyFromBeingRead(char last, Outcome outcome)
    {
        using var target = To(new ScriptedResponse(422));
        var test = target.Bench(Put);
        Assert.Equal(outcome, (await Of(test, $"abcdef{last}").Run(test)).Outcome);
    }

    [Fact]
    public async Task HalfACharacterThatIsAcceptedFails()
    {
        using var target = To(ScriptedResponse.Accepted);
        var test = target.Bench(Put);
        Assert.Equal(Outcome.Failed, (await Of(test, "abcdef\uD800").Run(test)).Outcome);
    }

    [Theory]
    [InlineData(400, Outcome.Skipped, 0)]
    [InlineData(201, Outcome.Failed, 1)]
    public async Task WhatCanNotBeSentLeavesTheOthersToBeTested(int status, Outcome outcome, int failed)
    {
        using var target = To(new ScriptedResponse(status));
        var test = target.Bench(Put);
        Case[] cases = [Unsendable, Made.Case(Note, TooLong[0])];
        var finding = await Of(test, [.. cases]).Run(test);
        Assert.Equal((outcome, failed), (finding.Outcome, finding.FailedCases.Length));
        Assert.Equal(outcome == Outcome.Skipped ? SkipReason.NotApplicable : null, finding.Skip);
        Assert.NotNull(test.Tried.WhyNot(Unsendable.Class));
        Assert.Equal([TooLong[0]], test.Tried.Sent.Select(c => ((JsonText)c.Sample!.Value).Value));
    }
}
