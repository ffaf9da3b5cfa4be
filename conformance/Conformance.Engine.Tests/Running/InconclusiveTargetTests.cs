using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Running;

/// <summary>A target that says the same to everything, or nothing at all, may be no target.</summary>
public sealed class InconclusiveTargetTests
{
    [Theory]
    [InlineData(401, "auth")]
    [InlineData(403, "auth")]
    [InlineData(404, "URL")]
    [InlineData(405, "URL")]
    [InlineData(501, "URL")]
    [InlineData(429, "throttles")]
    [InlineData(502, "not available")]
    [InlineData(503, "not available")]
    [InlineData(504, "not available")]
    [InlineData(400, null)]
    [InlineData(422, null)]
    [InlineData(500, null)]
    [InlineData(302, null)]
    public async Task ATargetThatGivesTheSameToEverythingMayBeNoTargetAtAll(int status, string? inconclusive)
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(status));
        var result = await Look(target);
        if (inconclusive is null)
            Assert.Null(result.Inconclusive);
        else
            Assert.Contains(inconclusive, result.Inconclusive, StringComparison.Ordinal);
        Assert.Equal(inconclusive is null, target.Requests.Any(r => r.Method == "POST"));
    }

    [Theory]
    [InlineData(TransportFailureKind.Unreachable)]
    [InlineData(TransportFailureKind.Timeout)]
    [InlineData(TransportFailureKind.Malformed)]
    public async Task SoMayOneThatGivesNothing(TransportFailureKind failure)
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.None(failure));
        Assert.Contains("out of reach", (await Look(target)).Inconclusive, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, 201)]
    [InlineData(404, 400)]
    [InlineData(0, 500)]
    public async Task OneOperationThatSaysSomethingElseIsEnoughToJudge(int first, int second)
    {
        using var target = new ScriptedTarget(r =>
            r.Target != "/things" ? new ScriptedResponse(second)
            : first == 0 ? ScriptedResponse.None(TransportFailureKind.Timeout)
            : new ScriptedResponse(first)
        );
        Assert.Null((await Look(target, ("thing", "\"T\""))).Inconclusive);
    }

    [Fact]
    public async Task FixturesThatWereNotFoundAreNamed()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.NotFound);
        var flow = Made.Text("flow", Made.Required) with { Role = MemberRole.Known };
        var layer = Made.Text("layer", Made.Optional) with { Role = MemberRole.Known };
        var operation = Made.Operation(flow, layer, Made.Text("note"));
        var session = target.Session(Made.Api(operation), ("flow", "\"F\""), ("note", "\"N\""));
        var result = await Preflight.Look(session, TestContext.Current.CancellationToken);
        Assert.EndsWith("exist on the target: flow", result.Inconclusive, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereNoRequestCanBeMadeNothingIsSentAndNothingIsInconclusive()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.NotFound);
        var session = target.Session(Made.Api(Things.Use, Things.Get));
        Assert.Null((await Preflight.Look(session, TestContext.Current.CancellationToken)).Inconclusive);
        Assert.True(await Preflight.IsThere(session, TestContext.Current.CancellationToken));
        Assert.Empty(target.Requests);
    }

    private static Task<Preflight.Result> Look(ScriptedTarget target, params (string, string)[] fixtures) =>
        Preflight.Look(target.Session(Things.Api, fixtures), TestContext.Current.CancellationToken);
}
