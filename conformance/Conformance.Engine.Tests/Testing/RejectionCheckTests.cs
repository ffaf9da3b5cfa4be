using System.Text;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;
using static Conformance.Engine.Tests.Testing.Rejecting;

namespace Conformance.Engine.Tests.Testing;

/// <summary>A rejection counts only beside a control request that is accepted.</summary>
public sealed class RejectionCheckTests
{
    [Fact]
    public async Task ViolationsThatAreRejectedBesideAnAcceptedControlPass()
    {
        using var target = To(ScriptedResponse.Rejected);
        var finding = await Test(target);
        Assert.Equal((Outcome.Passed, 3), (finding.Outcome, finding.Cases));
        Assert.Equal(["control", .. TooLong], target.Requests.Select(Sent));
    }

    [Fact]
    public async Task AViolationThatIsAcceptedFailsWithEvidence()
    {
        using var target = To(r =>
            r.TextAt("note") == TooLong[1] ? ScriptedResponse.Accepted : ScriptedResponse.Rejected
        );
        var finding = await Test(target);
        var evidence = finding.Evidence!;
        Assert.Equal((Outcome.Failed, 3), (finding.Outcome, finding.Cases));
        Assert.Equal(Made.Case(Rejecting.Note, TooLong[1]).Says, evidence.Case);
        Assert.Equal("400 InvalidException", evidence.Expected);
        Assert.StartsWith("201 ", evidence.Actual, StringComparison.Ordinal);
        Assert.Equal([evidence.Case], finding.FailedCases);
        Assert.Single(evidence.Exchanges);
        Assert.Equal(
            (201, TooLong[1]),
            (evidence.Exchanges[^1].Exchange.Response?.Status, NoteIn(evidence.Exchanges[^1]))
        );
        Assert.Equal(201, evidence.Control?.Response?.Status);
    }

    [Fact]
    public async Task TheControlIsTheSameRequestWithoutTheViolation()
    {
        using var target = To(ScriptedResponse.Rejected);
        await Test(target);
        var control = target.Requests[0];
        Assert.InRange(control.TextAt("note")!.Length, 0, Longest);
        Assert.All(
            target.Requests.Skip(1),
            violation =>
            {
                Assert.Equal((control.Method, control.Target), (violation.Method, violation.Target));
                Assert.Equal(control.Json!.With("note", JsonValue.Null), violation.Json!.With("note", JsonValue.Null));
            }
        );
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(500)]
    public async Task WhereTheControlIsRejectedTooNothingIsShownAndNoViolationIsSent(int status)
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(status));
        var finding = await Test(target);
        Assert.Equal((Outcome.Skipped, SkipReason.NotIsolated), (finding.Outcome, finding.Skip));
        Assert.DoesNotContain(target.Requests, r => r.IsViolation());
    }

    [Theory]
    [InlineData(429)]
    [InlineData(402)]
    public async Task AControlThatMeetsALimitOfTheTargetIsAnError(int status)
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(status));
        Assert.Equal(Outcome.Errored, (await Test(target)).Outcome);
    }

    [Theory]
    [InlineData(TransportFailureKind.Unreachable)]
    [InlineData(TransportFailureKind.Tls)]
    [InlineData(TransportFailureKind.Timeout)]
    [InlineData(TransportFailureKind.Disconnected)]
    [InlineData(TransportFailureKind.Malformed)]
    public async Task AControlWithoutAResponseIsAnError(TransportFailureKind failure)
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.None(failure));
        var finding = await Test(target);
        Assert.Equal(Outcome.Errored, finding.Outcome);
        Assert.Null(finding.Evidence);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(302)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(422)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task AnotherStatusThanTheDocumentedOneFails(int status)
    {
        using var target = To(new ScriptedResponse(status));
        var finding = await Test(target);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.StartsWith($"{status} ", finding.Evidence!.Actual, StringComparison.Ordinal);
        Assert.Equal(3, finding.FailedCases.Length);
    }

    [Fact]
    public async Task WhereNoErrorIsDocumentedAnyClientErrorWillDo()
    {
        using var target = To(new ScriptedResponse(418));
        var test = target.Bench(Put);
        var check = Of(test, TooLong) with
        {
            Expected = Expectation.Rejected(Put with { Errors = [] }, ErrorCause.InvalidInput),
        };
        Assert.Equal(Outcome.Passed, (await check.Run(test)).Outcome);
    }

    [Fact]
    public async Task TheFirstOfSeveralFailuresIsShownAndAllAreNamed()
    {
        using var target = To(r =>
            r.TextAt("note")!.Length > 6 ? ScriptedResponse.Accepted : ScriptedResponse.Rejected
        );
        var finding = await Test(target);
        Assert.Equal(TooLong[1], NoteIn(finding.Evidence!.Exchanges[^1]));
        Assert.Equal(TooLong.Skip(1).Select(t => Made.Case(Rejecting.Note, t).Says), finding.FailedCases);
        Assert.Equal(["control", .. TooLong], target.Requests.Select(Sent).Take(4));
    }

    [Fact]
    public async Task WithoutAViolationNothingIsSent()
    {
        using var target = To(ScriptedResponse.Rejected);
        var test = target.Bench(Put);
        var finding = await Of(test, ImmutableArray<Case>.Empty).Run(test);
        Assert.Equal((Outcome.Skipped, SkipReason.NotApplicable), (finding.Outcome, finding.Skip));
        Assert.Empty(target.Requests);
    }

    private static string Sent(ScriptedRequest request) => request.IsViolation() ? request.TextAt("note")! : "control";

    private static string? NoteIn(Step step) =>
        step.Exchange.Request.Body is { } body
        && JsonValue.Parse(Encoding.UTF8.GetString(body.Span)).At("note") is JsonText text
            ? text.Value
            : null;
}
