using Conformance.Apis.NovaAct;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Apis.Tests.NovaAct;

/// <summary>What the documents leave open about tokens is recorded, whatever the target does.</summary>
public sealed class ScopesTests
{
    private const string Run = "CreateWorkflowRun";

    [Theory]
    [InlineData("the same", "the first run again")]
    [InlineData("another", "a run of its own")]
    [InlineData("a conflict", "409 ")]
    public async Task OneTokenForTwoDefinitionsIsRecorded(string what, string saw)
    {
        var first = default(ScriptedResponse);
        var target = new ScriptedNovaAct
        {
            OtherParameters = what == "another" ? null : ScriptedResponse.Conflict,
            Finish = (r, right) => what == "the same" && r.TextAt("clientToken") is not null ? first ??= right : right,
        };
        var finding = await target.Run(Run, Scopes.ObserveAnotherDefinition);
        var observation = Assert.Single(finding.Observations);
        Assert.Equal((Outcome.Passed, "R7"), (finding.Outcome, observation.Interpretation));
        Assert.StartsWith(saw, observation.Saw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREATED", "first CREATED, then CREATED")]
    [InlineData("RUNNING", "first CREATED, then RUNNING")]
    public async Task TheStatusOfAReplayIsRecorded(string then, string saw)
    {
        var seen = new HashSet<string>();
        var target = new ScriptedNovaAct
        {
            Finish = (r, right) =>
                r.TextAt("clientToken") is { } token && !seen.Add(token)
                    ? right with
                    {
                        Body = right.Body.Replace("CREATED", then, StringComparison.Ordinal),
                    }
                    : right,
        };
        var observation = Assert.Single((await target.Run(Run, Scopes.ObserveStatusOfReplay)).Observations);
        Assert.Equal(("R16", saw), (observation.Interpretation, observation.Saw));
    }
}
