using Conformance.Engine.Planning;
using Conformance.Reference.NovaAct;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Running;

/// <summary>The same seed sends the same requests, whatever runs beside what.</summary>
public sealed class DeterminismTests
{
    private const string Digits = "0123456789";

    private static readonly Lazy<Task<(string[] Requests, string[] Passed)>> SentByAll = new(() =>
        Sent(new Selection([], [], []))
    );

    [Theory]
    [InlineData(1, "e2ekit")]
    [InlineData(16, "e2ekit")]
    [InlineData(3, "k3x9qd")]
    [InlineData(4, "0a1b2c")]
    public async Task TheSameSeedSendsTheSameAndJudgesTheSame(int parallelism, string runId)
    {
        var one = await KitRuns.OfTheRightNovaAct();
        var other = await KitRuns.Of(
            NovaActBehaviour.Correct,
            options => options with { Parallelism = parallelism, RunId = runId }
        );
        Assert.Equal(one.RequestsDigest, other.RequestsDigest);
        Assert.Equal(one.Verdicts.Select(Told), other.Verdicts.Select(Told));
    }

    [Fact]
    public async Task AnotherSeedSendsOtherRequests()
    {
        var one = await KitRuns.OfTheRightNovaAct();
        Assert.Equal(1, one.Seed);
        var other = await KitRuns.Of(NovaActBehaviour.Correct, options => options with { Seed = 2 });
        Assert.NotEqual(one.RequestsDigest, other.RequestsDigest);
        Assert.Equal(one.Verdicts.Select(v => v.Outcome), other.Verdicts.Select(v => v.Outcome));
    }

    [Fact]
    public async Task TheSameWrongTargetIsFailedInTheSameWords()
    {
        var one = await KitRuns.Of(Wrong(), options => options with { Parallelism = 1 });
        var other = await KitRuns.Of(Wrong(), options => options with { Parallelism = 16 });
        Assert.Equal(one.RequestsDigest, other.RequestsDigest);
        Assert.Equal(
            one.Verdicts.Select(v => v.Evidence?.SmallestValue),
            other.Verdicts.Select(v => v.Evidence?.SmallestValue)
        );
        Assert.Equal(one.Verdicts.Select(v => v.Evidence?.Case), other.Verdicts.Select(v => v.Evidence?.Case));
    }

    [Theory]
    [InlineData("nova-act/CreateWorkflowRun/modelId/maxLength/rejected")]
    [InlineData("nova-act/CreateWorkflowDefinition/name/pattern/accepted")]
    [InlineData("nova-act/CreateWorkflowRun/idempotency/replay")]
    [InlineData("nova-act/CreateWorkflowDefinition/body/malformed-json")]
    public async Task ARequirementByItselfSendsWhatItSendsAmongAll(string id)
    {
        var all = await SentByAll.Value;
        var alone = await Sent(new Selection([], [], [id]));
        Assert.NotEmpty(alone.Requests);
        Assert.Contains(id, all.Passed);
        Assert.Contains(id, alone.Passed);
        Assert.Subset(all.Requests.ToHashSet(), alone.Requests.ToHashSet());
    }

    private static (string, Outcome, int, int) Told(Verdict verdict) =>
        (verdict.Requirement.Id, verdict.Outcome, verdict.Cases, verdict.Requests);

    /// <summary>What arrived at the target for a run of this selection, without what the target itself gave.</summary>
    private static async Task<(string[] Requests, string[] Passed)> Sent(Selection selection)
    {
        var sent = new System.Collections.Concurrent.ConcurrentBag<string>();
        var listening = NovaActBehaviour.Correct with
        {
            Handle = call =>
            {
                if (call.RunId.Length == 0)
                    sent.Add(
                        $"{call.Request.Method} {call.Request.RawTarget} {Convert.ToHexString(call.Request.Body.Span)}"
                    );
                return NovaActBehaviour.Correct.Handle(call);
            },
        };
        var report = await KitRuns.Of(listening, options => options with { Selection = selection });
        return (
            [.. sent.Where(s => !s.StartsWith("DELETE", StringComparison.Ordinal))],
            [.. report.Verdicts.Where(v => v.Outcome == Outcome.Passed).Select(v => v.Requirement.Id)]
        );
    }

    private static NovaActBehaviour Wrong() =>
        NovaActBehaviour.Correct with
        {
            Run = new RunMembers
            {
                ModelId = NovaActBehaviour.Correct.Run.ModelId with
                {
                    Check = v => v.Contains(Digits[7]) ? "no sevens" : null,
                },
            },
        };
}
