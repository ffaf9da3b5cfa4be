using Conformance.Apis.NovaAct;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Apis.Tests.NovaAct;

/// <summary>The same token with the same parameters is the same request.</summary>
public sealed class ReplaysTests
{
    private const string Definition = "CreateWorkflowDefinition";
    private const string Run = "CreateWorkflowRun";

    [Theory]
    [InlineData(Definition)]
    [InlineData(Run)]
    public async Task ReplaysThatGiveTheFirstResponsePass(string operation)
    {
        Assert.Equal(Outcome.Passed, (await new ScriptedNovaAct().Run(operation, Replays.GiveTheFirstAnswer)).Outcome);
        Assert.Equal(
            Outcome.Passed,
            (await new ScriptedNovaAct().Run(operation, Replays.IgnoreTheBodysLayout)).Outcome
        );
        Assert.Equal(Outcome.Passed, (await new ScriptedNovaAct().Run(operation, Replays.AgreeWhenAtOnce)).Outcome);
    }

    [Theory]
    [InlineData(Definition, "409 ")]
    [InlineData(Run, "workflowRunId run-")]
    public async Task ATargetThatIgnoresTokensFails(string operation, string actual)
    {
        var target = new ScriptedNovaAct { Token = _ => null };
        var finding = await target.Run(operation, Replays.GiveTheFirstAnswer);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.StartsWith(actual, finding.Evidence!.Actual, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATargetThatForgetsTokensInTheLongRunFails()
    {
        var seen = new List<string>();
        var target = new ScriptedNovaAct { Token = Remembered };
        using var scripted = target.Target();
        var test = await ScriptedNovaAct.Bench(scripted, Run, s => s with { Profile = Profile.Standard });
        var finding = await Replays.GiveTheFirstAnswer(test);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Contains("after many others", finding.Evidence!.Case, StringComparison.Ordinal);

        // Ten tokens after the first it is not known any more, which the fourth round alone does not show.
        string? Remembered(string token)
        {
            if (!seen.Contains(token))
                seen.Add(token);
            return seen.Count - seen.IndexOf(token) > 10 ? null : token;
        }
    }

    [Theory]
    [InlineData(Definition)]
    [InlineData(Run)]
    public async Task TheStatusOfAReplayMayBeAnother(string operation)
    {
        var count = 0;
        var target = new ScriptedNovaAct
        {
            Finish = (_, right) =>
                right.Status == 201
                    ? right with
                    {
                        Body = right.Body.Replace("CREATED", $"S{++count}").Replace("ACTIVE", $"S{++count}"),
                    }
                    : right,
        };
        Assert.Equal(Outcome.Passed, (await target.Run(operation, Replays.GiveTheFirstAnswer)).Outcome);
    }

    [Fact]
    public async Task AReplayWithoutItsIdentifierFails()
    {
        var seen = new HashSet<string>();
        var target = new ScriptedNovaAct
        {
            Finish = (r, right) => r.Method == "PUT" && !seen.Add(r.Body) ? ScriptedResponse.Accepted : right,
        };
        Assert.Equal(Outcome.Failed, (await target.Run(Run, Replays.GiveTheFirstAnswer)).Outcome);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(402)]
    public async Task AReplayThatMeetsALimitShowsNothing(int status)
    {
        var seen = new HashSet<string>();
        var target = new ScriptedNovaAct
        {
            Finish = (r, right) =>
                r.TextAt("clientToken") is not null && !seen.Add(r.Body) ? new ScriptedResponse(status) : right,
        };
        Assert.Equal(SkipReason.NotIsolated, await target.RunInVain(Run, Replays.GiveTheFirstAnswer));
    }

    [Fact]
    public async Task WithoutAnIdentifierToCompareNothingIsShown()
    {
        var target = new ScriptedNovaAct
        {
            Finish = (_, right) => right.Status == 201 ? ScriptedResponse.Accepted : right,
        };
        Assert.Equal(SkipReason.NotIsolated, await target.RunInVain(Run, Replays.GiveTheFirstAnswer));
    }

    [Theory]
    [InlineData(Definition)]
    [InlineData(Run)]
    public async Task ATargetThatComparesBodiesByteForByteFails(string operation)
    {
        var target = new ScriptedNovaAct { Asked = body => body.ToJson() };
        Assert.Equal(Outcome.Failed, (await target.Run(operation, Replays.IgnoreTheBodysLayout)).Outcome);
    }

    [Theory]
    [InlineData(false, Outcome.Passed)]
    [InlineData(true, Outcome.Failed)]
    public async Task RunsAreCountedAndNotOnlyTheirIdentifiersCompared(bool startsMore, Outcome outcome)
    {
        var finding = await new ScriptedNovaAct { StartsRunsInSilence = startsMore }.Run(Run, Replays.StartNoSecondRun);
        Assert.Equal(outcome, finding.Outcome);
        if (startsMore)
            Assert.Equal("3 runs", finding.Evidence!.Actual);
    }

    [Fact]
    public async Task WhereRunsCanNotBeListedNothingIsShown()
    {
        var target = new ScriptedNovaAct { StartsRunsInSilence = true };
        using var scripted = target.Target();
        var test = await ScriptedNovaAct.Bench(scripted, Run, s => s with { Capabilities = Capabilities.None });
        var finding = await Replays.StartNoSecondRun(test);
        Assert.Equal((Outcome.Skipped, SkipReason.NotObservable), (finding.Outcome, finding.Skip));
    }
}
