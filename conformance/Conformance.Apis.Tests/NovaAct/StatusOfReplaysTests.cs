using Conformance.Apis.NovaAct;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Schemas;

namespace Conformance.Apis.Tests.NovaAct;

/// <summary>The status of a replay is recorded, whatever it is.</summary>
public sealed class StatusOfReplaysTests
{
    private static readonly Api Api = SchemaCatalog.Embedded().First(api => api.Name == "nova-act");

    [Theory]
    [InlineData("""{"workflowRunId":"run-1","status":"CREATED"}""", "first CREATED, then CREATED")]
    [InlineData("""{"workflowRunId":"run-1","status":"RUNNING"}""", "first CREATED, then RUNNING")]
    [InlineData("{}", "201 {}")]
    public async Task TheStatusOfAReplayIsRecorded(string then, string saw)
    {
        var seen = new HashSet<string>();
        using var target = new ScriptedTarget(r =>
            new(
                201,
                r.TextAt("clientToken") is { } token && !seen.Add(token)
                    ? then
                    : """{"workflowRunId":"run-1","status":"CREATED"}"""
            )
        );
        var (session, _) = await Preflight.Look(target.Session(Api), TestContext.Current.CancellationToken);
        var test = ScriptedTarget.Bench(session, Api.Operation("CreateWorkflowRun"), interpretations: ["R16"]);
        var observation = Assert.Single((await StatusOfReplays.Observe(test)).Observations);
        Assert.Equal(("R16", saw), (observation.Interpretation, observation.Saw));
    }
}
