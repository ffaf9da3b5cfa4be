using Conformance.Engine.Behaviours;
using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Reports.Secrecy;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Running;

/// <summary>The run of one API: its steps, their order, and what becomes of it when the target is lost.</summary>
public sealed class ApiRunTests
{
    private static readonly Invariant NoServerError = new(
        "no-server-error",
        "no 5xx",
        seen => seen.Response.Status >= 500
    );

    private readonly List<string> told = [];
    private readonly List<string> turns = [];

    [Fact]
    public async Task APreflightComesFirstThenTheRequirementsThenCleaningUp()
    {
        using var target = new ScriptedTarget(Things.Response);
        var result = await Run(target, Planned("a"), Planned("b"));
        Assert.Equal(["contacted", "a Passed", "b Passed", "cleaning up 1"], told);
        Assert.Equal(Outcome.Passed, result.Verdicts[0].Outcome);
        Assert.Equal("DELETE", target.Requests[^1].Method);
        Assert.Empty(result.NotCleanedUp);
        Assert.Equal(target.Requests.Length, result.Requests);
    }

    [Fact]
    public async Task WhatRunsAloneComesBetweenTheOthersAndTheJudgementOfAllResponsesAndTheLastAreLast()
    {
        using var target = new ScriptedTarget(Things.Response);
        await Run(
            target,
            Planned("last") with
            {
                RunsLast = true,
            },
            Planned("responses") with
            {
                Responses = new ResponseCheck("right", _ => default),
            },
            Planned("alone") with
            {
                RunsAlone = true,
            },
            Planned("together"),
            Planned("watched") with
            {
                Watches = NoServerError,
            }
        );
        Assert.Equal(["together", "alone", "responses", "last", "watched"], turns);
    }

    [Fact]
    public async Task WhatBeginsEarlyDoesBeforeTheOthersAndHasItsTurnAfterThem()
    {
        using var target = new ScriptedTarget(Things.Response);
        Func<TestSession, Task> begins = _ =>
        {
            turns.Add("early begins");
            return Task.CompletedTask;
        };
        await Run(target, Planned("early") with { RunsLast = true, Begins = begins }, Planned("a"));
        Assert.Equal(["early begins", "a", "early"], turns);
    }

    [Fact]
    public async Task WhatIsPromotedComesFirst()
    {
        using var target = new ScriptedTarget(Things.Response);
        var promoted = ImmutableDictionary<string, ImmutableArray<Sample>>
            .Empty.Add("z", [Made.Sample("x")])
            .Add("alone", [Made.Sample("x")]);
        await Run(target, promoted, Planned("a"), Planned("z"), Planned("alone") with { RunsAlone = true });
        Assert.Equal(["alone", "z", "a"], turns);
    }

    [Fact]
    public async Task AnInvariantByItselfIsFedByTheOtherRequirementsOfItsOperation()
    {
        using var target = new ScriptedTarget(Things.Response);
        var watching = Planned("watched") with { Watches = NoServerError };
        var whole = Of(Planned("a"), watching);
        var result = await Run(target, Of(watching), whole, []);
        Assert.Equal(["a", "watched"], turns);
        Assert.Equal(["watched"], result.Verdicts.Select(v => v.Requirement.Id));
        Assert.DoesNotContain("a Passed", told);
    }

    [Fact]
    public async Task ATargetThatIsOutOfReachIsInconclusiveAndNothingIsTested()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.None(TransportFailureKind.Unreachable));
        var result = await Run(target, Planned("a"));
        Assert.NotNull(result.Inconclusive);
        Assert.Empty(turns);
        Assert.Equal((Outcome.Skipped, SkipReason.NotIsolated), (result.Verdicts[0].Outcome, result.Verdicts[0].Skip));
    }

    [Fact]
    public async Task AfterSixErrorsInARowTheTargetIsAskedWhetherItIsThere()
    {
        var isGone = false;
        using var target = new ScriptedTarget(r =>
            isGone ? ScriptedResponse.None(TransportFailureKind.Unreachable) : Things.Response(r)
        );
        var planned = Enumerable.Range(1, 9).Select(n => Planned($"r{n}", Fail)).ToArray();
        var result = await Run(target, planned);
        Assert.Contains("stopped responding", result.Inconclusive, StringComparison.Ordinal);
        Assert.Equal(6, turns.Count);
        Assert.Equal(6, result.Verdicts.Count(v => v.Outcome == Outcome.Errored));
        Assert.All(result.Verdicts.Skip(6), v => Assert.Equal(SkipReason.NotIsolated, v.Skip));

        Task<Finding> Fail()
        {
            isGone = true;
            return Task.FromResult(Finding.Errored("no response"));
        }
    }

    [Fact]
    public async Task ATargetThatIsThereGoesOnBeingTested()
    {
        using var target = new ScriptedTarget(Things.Response);
        var planned = Enumerable
            .Range(1, 9)
            .Select(n => Planned($"r{n}", () => Task.FromResult(Finding.Errored("of the kit"))));
        var result = await Run(target, [.. planned]);
        Assert.Null(result.Inconclusive);
        Assert.Equal(9, turns.Count);
    }

    [Theory]
    [InlineData(10, 2)]
    [InlineData(600_000, 1)]
    public async Task WhereOrdinaryResponsesAreLargeOneRequirementIsTestedAfterTheOther(int bytes, int atOnce)
    {
        using var target = new ScriptedTarget(request =>
            Things.Response(request) with
            {
                Body = $"{{\"more\":\"{new string('x', bytes)}\"}}",
            }
        );
        var (now, most) = (0, 0);
        var together = new TaskCompletionSource();
        var planned = Of(Planned("a", Meet), Planned("b", Meet));
        var options = target.Options() with { Parallelism = 2 };
        var run = new ApiRun(options, NoSecrets, planned, planned, NoPromoted, Evidence, null);
        var result = await run.Run(new RequestLog(ScriptedTarget.RunId), TestContext.Current.CancellationToken);
        Assert.Equal(atOnce, most);
        Assert.Equal(atOnce == 1, result.Notes.Any(note => note.Contains("one at a time", StringComparison.Ordinal)));

        async Task<Finding> Meet()
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            if (most == 2)
                together.TrySetResult();
            // Where they are tested one after the other, they never meet.
            await Task.WhenAny(together.Task, Task.Delay(TimeSpan.FromSeconds(bytes > 1000 ? 0.2 : 20)));
            Interlocked.Decrement(ref now);
            return Finding.Passed(1);
        }
    }

    [Fact]
    public async Task ARunThatIsCancelledBeforeItBeginsTestsNothing()
    {
        using var target = new ScriptedTarget(Things.Response);
        var planned = Of(Planned("a"));
        var run = new ApiRun(target.Options(), NoSecrets, planned, planned, NoPromoted, Evidence, null);
        var result = await run.Run(new RequestLog(ScriptedTarget.RunId), new CancellationToken(canceled: true));
        Assert.Equal(SkipReason.Interrupted, Assert.Single(result.Verdicts).Skip);
        Assert.Empty(target.Requests);
    }

    private static ImmutableDictionary<string, ImmutableArray<Sample>> NoPromoted => [];

    private static SecretReader NoSecrets => new(_ => null);

    private PlannedRequirement Planned(string id, Func<Task<Finding>>? run = null) =>
        new(
            new Requirement(id, "sample", "Put", RequirementGroup.State, Level.Must, [], "It is.", []),
            Things.Put,
            _ =>
            {
                lock (turns)
                    turns.Add(id);
                return run?.Invoke() ?? Task.FromResult(Finding.Passed(1));
            }
        );

    private static PlannedApi Of(params PlannedRequirement[] planned) =>
        new(Made.Api(Things.Put, Things.Delete), new ApiModule("sample", []), [.. planned]);

    private static EvidenceBudget Evidence => new(new Secrets());

    private Task<ApiResult> Run(ScriptedTarget target, params PlannedRequirement[] planned) =>
        Run(target, NoPromoted, planned);

    private Task<ApiResult> Run(
        ScriptedTarget target,
        ImmutableDictionary<string, ImmutableArray<Sample>> promoted,
        params PlannedRequirement[] planned
    ) => Run(target, Of(planned), Of(planned), promoted);

    private Task<ApiResult> Run(
        ScriptedTarget target,
        PlannedApi planned,
        PlannedApi whole,
        ImmutableDictionary<string, ImmutableArray<Sample>> promoted
    ) =>
        new ApiRun(target.Options(), NoSecrets, planned, whole, promoted, Evidence, new Told(told)).Run(
            new RequestLog(ScriptedTarget.RunId),
            TestContext.Current.CancellationToken
        );

    private sealed class Told(List<string> told) : IProgress<RunEvent>
    {
        public void Report(RunEvent value) =>
            told.Add(
                value switch
                {
                    TargetContacted => "contacted",
                    RequirementJudged judged => $"{judged.Requirement.Id} {judged.Outcome}",
                    CleaningUp cleaning => $"cleaning up {cleaning.Resources}",
                    _ => value.ToString(),
                }
            );
    }
}
