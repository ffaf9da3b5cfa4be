using Conformance.Engine.Behaviours;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>Bodies that are broken as text, or written in a form that few clients send.</summary>
public sealed class BodiesTests
{
    private static readonly Operation Put = Made.Operation(
        Made.Text("name", Made.Required, Made.Matching("[a-z0-9-]{1,40}")) with
        {
            Role = MemberRole.UniqueName,
        }
    );

    [Theory]
    [InlineData(BodyViolation.NotJson)]
    [InlineData(BodyViolation.Empty)]
    [InlineData(BodyViolation.NotAnObject)]
    public async Task BrokenBodiesThatAreRejectedPass(BodyViolation kind)
    {
        using var target = Interpretation();
        var finding = await Bodies.AreRejected(kind)(target.Bench(Put));
        Assert.Equal(Outcome.Passed, finding.Outcome);
        Assert.Equal(finding.Cases + 1, target.Requests.Length);
        Assert.All(target.Requests.Skip(1), r => Assert.False(r.Json is JsonObject, r.Body));
    }

    [Theory]
    [InlineData(BodyViolation.NotJson)]
    [InlineData(BodyViolation.Empty)]
    [InlineData(BodyViolation.NotAnObject)]
    public async Task OneThatIsAcceptedFails(BodyViolation kind)
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        Assert.Equal(Outcome.Failed, (await Bodies.AreRejected(kind)(target.Bench(Put))).Outcome);
    }

    [Theory]
    [InlineData(415, Outcome.Passed)]
    [InlineData(500, Outcome.Failed)]
    public async Task AnyClientErrorWillDo(int status, Outcome outcome)
    {
        using var target = new ScriptedTarget(r =>
            r.Json is JsonObject ? ScriptedResponse.Accepted : new ScriptedResponse(status)
        );
        Assert.Equal(outcome, (await Bodies.AreRejected(BodyViolation.NotJson)(target.Bench(Put))).Outcome);
    }

    [Fact]
    public async Task LegalFormsAreAccepted()
    {
        using var target = Interpretation();
        var finding = await Bodies.AreAccepted(BodyViolation.LegalForm)(target.Bench(Put));
        Assert.Equal((Outcome.Passed, target.Requests.Length), (finding.Outcome, finding.Cases));
    }

    [Theory]
    [InlineData(201, Outcome.Failed)]
    [InlineData(400, Outcome.Skipped)]
    public async Task AFormThatIsRejectedFailsWhereTheUsualOneIsAccepted(int usual, Outcome outcome)
    {
        var forms = 0;
        using var target = new ScriptedTarget(r =>
            r.Body.Contains("\":\"", StringComparison.Ordinal) && forms++ > 0
                ? new ScriptedResponse(usual)
                : ScriptedResponse.Rejected
        );
        Assert.Equal(outcome, (await Bodies.AreAccepted(BodyViolation.LegalForm)(target.Bench(Put))).Outcome);
    }

    [Theory]
    [InlineData(BodyViolation.DeepNesting, 201, Outcome.Passed)]
    [InlineData(BodyViolation.DeepNesting, 400, Outcome.Passed)]
    [InlineData(BodyViolation.DeepNesting, 500, Outcome.Failed)]
    [InlineData(BodyViolation.Large, 413, Outcome.Passed)]
    [InlineData(BodyViolation.Large, 503, Outcome.Failed)]
    public async Task WhatIsHeavyIsSurvived(BodyViolation kind, int status, Outcome outcome)
    {
        using var target = Heavy(new ScriptedResponse(status));
        Assert.Equal(outcome, (await Bodies.AreSurvived(kind)(target.Bench(Put))).Outcome);
    }

    [Theory]
    [InlineData(BodyViolation.Large, TransportFailureKind.Disconnected, Outcome.Passed)]
    [InlineData(BodyViolation.Large, TransportFailureKind.Timeout, Outcome.Failed)]
    [InlineData(BodyViolation.DeepNesting, TransportFailureKind.Disconnected, Outcome.Failed)]
    public async Task AConnectionMayBeClosedOnALargeBodyAlone(
        BodyViolation kind,
        TransportFailureKind failure,
        Outcome outcome
    )
    {
        using var target = Heavy(ScriptedResponse.None(failure));
        Assert.Equal(outcome, (await Bodies.AreSurvived(kind)(target.Bench(Put))).Outcome);
    }

    [Fact]
    public async Task ATargetThatIsGoneIsNotAccused()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.None(TransportFailureKind.Unreachable));
        Assert.Equal(Outcome.Errored, (await Bodies.AreSurvived(BodyViolation.DeepNesting)(target.Bench(Put))).Outcome);
    }

    [Theory]
    [InlineData(BodyViolation.TrailingText, 400)]
    [InlineData(BodyViolation.LenientJson, 201)]
    [InlineData(BodyViolation.UnknownMember, 500)]
    public async Task WhatReadersDifferOnIsRecorded(BodyViolation kind, int status)
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(status));
        var finding = await Bodies.AreObserved(kind)(
            ScriptedTarget.Bench(target.Session(Made.Api(Put)), Put, interpretations: ["R27"])
        );
        Assert.Equal(
            (Outcome.Passed, target.Requests.Select(r => r.Body).Distinct().Count()),
            (finding.Outcome, finding.Cases)
        );
        Assert.All(finding.Observations, o => Assert.Equal("R27", o.Interpretation));
    }

    private static ScriptedTarget Interpretation() =>
        new(r => r.Json is JsonObject ? ScriptedResponse.Accepted : ScriptedResponse.Rejected);

    private static ScriptedTarget Heavy(ScriptedResponse response) =>
        new(r => r.Bytes.Length > 500 ? response : ScriptedResponse.Accepted);
}
