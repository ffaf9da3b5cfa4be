using Conformance.Engine.Configuration;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Running;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Testing;

/// <summary>The preflight: whether there is anything to judge, and what the requirements can build on.</summary>
public sealed class PreflightTests
{
    [Fact]
    public async Task OneValidRequestOfEachDocumentedOperationIsSentThenHarmlessOnes()
    {
        using var target = new ScriptedTarget(Things.Response);
        var result = await Look(target);
        Assert.Null(result.Inconclusive);
        var name = target.Requests[0].TextAt("name");
        Assert.Equal(
            [
                "PUT /things",
                $"PUT /things/{name}/uses",
                $"GET /things/{name}",
                $"GET /things/{name}/uses/{Things.UseId}",
                "POST /things",
            ],
            target.Requests.Select(r => $"{r.Method} {r.Target}")
        );
        Assert.Equal(["", "", "{}"], target.Requests.Skip(2).Select(r => r.Body));
    }

    [Fact]
    public async Task ADocumentedOperationThatOnlyReadsIsAskedOnce()
    {
        using var target = new ScriptedTarget(Things.Response);
        var read = Things.Search with { Method = "GET", Role = OperationRole.Documented };
        await Preflight.Look(target.Session(Made.Api(read)), TestContext.Current.CancellationToken);
        Assert.Single(target.Requests);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(600_000, true)]
    public async Task WhereOrdinaryResponsesAreLargeOneRequirementIsTestedAfterTheOther(int bytes, bool isOneAtATime)
    {
        using var target = new ScriptedTarget(request =>
            Things.Response(request) is { Status: 201 } created
                ? created with
                {
                    Body = $$"""{"useId":"{{Things.UseId}}","more":"{{new string('x', bytes)}}"}""",
                }
                : Things.Response(request)
        );
        var result = await Look(target);
        Assert.Equal(isOneAtATime, result.Session.IsOneAtATime);
    }

    [Fact]
    public async Task IdentifiersThatTheTargetGaveAreLeftOutOfTheLog()
    {
        using var target = new ScriptedTarget(Things.Response);
        var log = new RequestLog(ScriptedTarget.RunId) { IsKept = true };
        await Preflight.Look(target.Session(Things.Api) with { Log = log }, TestContext.Current.CancellationToken);
        var name = target.Requests[0].TextAt("name");
        Assert.Contains($"/things/{name}/uses/{{given}}", log.Requests.Select(r => r.Target));
        Assert.Contains($"/things/{name}", log.Requests.Select(r => r.Target));
    }

    [Fact]
    public async Task WhatTheConfigurationNamesIsAskedAbout()
    {
        using var target = new ScriptedTarget(Things.Response);
        await Look(target, ("thing", "\"T\""));
        Assert.Contains("/things/T", target.Requests.Select(r => r.Target));
    }

    [Fact]
    public async Task WhatWasMadeIsKnownFromThenOn()
    {
        using var target = new ScriptedTarget(Things.Response);
        var known = (await Look(target)).Session.Known;
        Assert.Equal(target.Requests[0].TextAt("name"), known[new Schemas.Reference("Put", "name")]);
        Assert.Equal(Things.UseId, known[new Schemas.Reference("Use", "useId")]);
        Assert.Equal(2, known.Count);
    }

    [Fact]
    public async Task WhatWasRejectedMakesNothingKnown()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Rejected);
        var result = await Look(target);
        Assert.Empty(result.Session.Known);
        Assert.Null(result.Inconclusive);
        Assert.Equal(["PUT /things", "POST /things"], target.Requests.Select(r => $"{r.Method} {r.Target}"));
    }

    [Fact]
    public async Task WhatIsDeclaredMissingIsNotAskedFor()
    {
        using var target = new ScriptedTarget(Things.Response);
        var session = target.Session(Things.Api) with
        {
            Unsupported = new UnsupportedOperations(["Put", "ListThings", "Use"]),
        };
        await Preflight.Look(session, TestContext.Current.CancellationToken);
        Assert.True(await Preflight.IsThere(session, TestContext.Current.CancellationToken));
        Assert.Empty(target.Requests);
    }

    [Fact]
    public async Task OptionalOperationsAreFoundOrSaidToBeMissingInTheTargetsWords()
    {
        using var target = new ScriptedTarget(r =>
            r is { Method: "GET", Target: not [.., 'a'] } ? ScriptedResponse.NotFound : Things.Response(r)
        );
        var found = (await Look(target)).Session.Capabilities;
        Assert.Equal(["GetUse", "ListThings"], found.Operations.Order());
        Assert.Contains("404", found.WhyNot("GetThing"), StringComparison.Ordinal);
        Assert.Contains("was not asked", found.WhyNot("UpdateThing"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(201, true)]
    [InlineData(404, true)]
    [InlineData(500, true)]
    [InlineData(0, false)]
    public async Task ATargetIsThereIfItRespondsInAnyWay(int status, bool isThere)
    {
        using var target = ScriptedTarget.InTurn(
            status == 0 ? ScriptedResponse.None(TransportFailureKind.Timeout) : new ScriptedResponse(status)
        );
        var session = target.Session(Things.Api);
        Assert.Equal(isThere, await Preflight.IsThere(session, TestContext.Current.CancellationToken));
        Assert.Equal(["/things"], target.Requests.Select(r => r.Target).Distinct());
    }

    private static Task<Preflight.Result> Look(ScriptedTarget target, params (string, string)[] fixtures) =>
        Preflight.Look(target.Session(Things.Api, fixtures), TestContext.Current.CancellationToken);
}
