using Conformance.Apis.NovaAct;
using Conformance.Engine.Configuration;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Apis.Tests.NovaAct;

/// <summary>A definition that was deleted has no new runs, as soon as all can see it.</summary>
public sealed class DeletedTests
{
    private const string Run = "CreateWorkflowRun";

    [Fact]
    public async Task ADeletionThatIsSeenAtOncePassesWithoutAPause()
    {
        using var target = new ScriptedNovaAct().Target();
        Assert.Equal(
            Outcome.Passed,
            (await Deleted.DefinitionTakesNoRun(await ScriptedNovaAct.Bench(target, Run))).Outcome
        );
        Assert.Empty(target.Time.Pauses);
    }

    [Theory]
    [InlineData(1, Outcome.Passed)]
    [InlineData(4, Outcome.Passed)]
    [InlineData(5, Outcome.Failed)]
    public async Task OneThatIsSeenLaterIsWaitedForAWhile(int runsBefore, Outcome outcome)
    {
        using var target = Late(runsBefore).Target();
        Assert.Equal(outcome, (await Deleted.DefinitionTakesNoRun(await ScriptedNovaAct.Bench(target, Run))).Outcome);
        Assert.Equal(
            new[] { 100.0, 200, 400, 800 }.Take(runsBefore),
            target.Time.Pauses.Select(p => p.TotalMilliseconds)
        );
    }

    [Theory]
    [InlineData(400, Outcome.Passed)]
    [InlineData(403, Outcome.Passed)]
    [InlineData(409, Outcome.Passed)]
    [InlineData(410, Outcome.Passed)]
    [InlineData(422, Outcome.Failed)]
    [InlineData(500, Outcome.Failed)]
    [InlineData(429, Outcome.Errored)]
    public async Task SeveralRejectionsAreRight(int status, Outcome outcome)
    {
        var target = new ScriptedNovaAct
        {
            Finish = (_, right) => right.Status == 404 ? new ScriptedResponse(status) : right,
        };
        Assert.Equal(outcome, (await target.Run(Run, Deleted.DefinitionTakesNoRun)).Outcome);
    }

    [Fact]
    public async Task WhereNothingIsDeletedNothingIsShown()
    {
        var target = new ScriptedNovaAct
        {
            Finish = (r, right) => r.Method == "DELETE" ? new ScriptedResponse(405) : right,
        };
        Assert.Equal(SkipReason.NotObservable, (await target.Run(Run, Deleted.DefinitionTakesNoRun)).Skip);
        using var scripted = new ScriptedNovaAct().Target();
        var test = await ScriptedNovaAct.Bench(
            scripted,
            Run,
            s => s with { Gaps = new Gaps(["DeleteWorkflowDefinition"]) }
        );
        Assert.Equal(SkipReason.NotObservable, (await Deleted.DefinitionTakesNoRun(test)).Skip);
        Assert.DoesNotContain(scripted.Requests, r => r.Method == "DELETE");
    }

    /// <summary>A target on which so many runs of a deleted definition still start.</summary>
    private static ScriptedNovaAct Late(int runs)
    {
        var (left, isDeleted) = (runs, false);
        return new()
        {
            Finish = (r, right) =>
            {
                isDeleted |= r.Method == "DELETE";
                return isDeleted && right.Status == 404 && left-- > 0
                    ? new(201, """{"workflowRunId":"late"}""")
                    : right;
            },
        };
    }
}
