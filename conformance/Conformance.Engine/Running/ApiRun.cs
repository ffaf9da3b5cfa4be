using System.Collections.Concurrent;
using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Running.Coverage;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Reports.Secrecy;

namespace Conformance.Engine.Running;

/// <summary>Tests the requirements of one API: first look, requirements, invariants, cleaning up.</summary>
/// <param name="options">Everything that decides what the run does.</param>
/// <param name="secrets">What the configuration's secrets are.</param>
/// <param name="planned">The requirements of the run.</param>
/// <param name="whole">Every requirement of the API.</param>
/// <param name="promoted">Values to try first, by requirement.</param>
/// <param name="evidence">Keeps what the report shows small, over all APIs of the run.</param>
/// <param name="progress">Told what happens; null for nobody.</param>
internal sealed class ApiRun(
    RunOptions options,
    SecretReader secrets,
    PlannedApi planned,
    PlannedApi whole,
    ImmutableDictionary<string, ImmutableArray<Sample>> promoted,
    EvidenceBudget evidence,
    IProgress<RunEvent>? progress
)
{
    // Each time that so many requirements in a row went without a response, the target is asked whether it is still there.
    private const int DoubtAfter = 6;

    private readonly ConcurrentDictionary<string, Verdict> _verdicts = new();
    private readonly ConcurrentDictionary<string, Trial> _trials = new();
    private readonly ConcurrentBag<Observation> _observations = [];
    private readonly List<string> _notes = [];
    private readonly KitFaults _faults = new(progress);
    private int _erroredInARow;

    /// <summary>Runs to the end, or to where it was cancelled or the target was lost.</summary>
    public async Task<ApiResult> Run(RequestLog log, CancellationToken cancel)
    {
        using var client = ApiSessions.TargetClient(planned.Api, options, secrets);
        var session = ApiSessions.Open(planned, options, client, log, secrets) with
        {
            Promoted = promoted,
            Evidence = evidence,
        };
        progress?.Report(new TargetContacted(session.Target));
        string? inconclusive = null;
        string? fault = null;
        try
        {
            (session, inconclusive) = await Kept("looking at", () => Preflight.Look(session, cancel), Blind, cancel);
            if (inconclusive is null && fault is null)
                inconclusive = await Kept("testing", () => TestAll(session, cancel), Untested, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The report says that the run is incomplete, and which requirements had no turn.
        }
        var left = await Kept("cleaning up", () => CleanUpAfter(session, cancel), Uncleaned, CancellationToken.None);
        await Kept("closing the webhook receiver of", () => Closed(session), _ => false, CancellationToken.None);
        _notes.AddRange(TargetClientNotes.Of(planned.Api, client, session.Route));
        _notes.AddRange(PatienceNotes.Of(planned.Api, session.Patience));
        if (session.IsOneAtATime)
            _notes.Add(
                $"{planned.Api.Title}: the target's responses are large, so that requirements were tested one at a time."
            );
        _notes.AddRange(Demands.InWords(session));
        ImmutableArray<Verdict> verdicts = [.. planned.Requirements.Select(r => VerdictOn(r, inconclusive, fault))];
        var coverage = options.ReportsCoverage
            ? await Kept(
                "counting what was tried of",
                () => Task.FromResult(CoverageOf(session, verdicts)),
                _ => [],
                CancellationToken.None
            )
            : [];
        return new ApiResult(verdicts, [.. _observations], left, [.. _notes], inconclusive, client.RequestsSent)
        {
            Coverage = coverage,
            Dimensions = PairCoverage.Of(session, Trials(verdicts)),
            Resources = new(session.Ledger.Occupancy.Created, session.Ledger.Occupancy.Peak),
            Faults = _faults.Met,
        };

        Preflight.Result Blind(Exception e)
        {
            fault = KitFaults.InWords(e);
            return new(session, null);
        }

        ImmutableArray<string> Uncleaned(Exception e)
        {
            _notes.Add(BoundedCleanUp.MayBeLeft(session, options));
            return [];
        }

        string? Untested(Exception e)
        {
            fault = KitFaults.InWords(e);
            return null;
        }
    }

    private Task<T> Kept<T>(string doing, Func<Task<T>> work, Func<Exception, T> otherwise, CancellationToken cancel) =>
        _faults.Keep($"{doing} {planned.Api.Title}", work, otherwise, cancel);

    private static async Task<bool> Closed(ApiSession session)
    {
        await session.Webhooks.DisposeAsync();
        return true;
    }

    private ImmutableArray<ConstraintCoverage> CoverageOf(ApiSession session, ImmutableArray<Verdict> verdicts) =>
        RunCoverage.Of(session, whole.Requirements, Trials(verdicts));

    private IEnumerable<Trial> Trials(ImmutableArray<Verdict> verdicts) =>
        planned.Requirements.Zip(verdicts, (r, v) => _trials.GetValueOrDefault(r.Requirement.Id) ?? new(r, v, null));

    /// <summary>Tests everything; gives the reason where the target was lost on the way.</summary>
    private async Task<string?> TestAll(ApiSession session, CancellationToken cancel)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            await Test(session, lost);
            return null;
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            return $"{planned.Api.Title}: the target stopped responding during the run; check it and run again";
        }
    }

    private async Task Test(ApiSession session, CancellationTokenSource lost)
    {
        var check = new RequirementCheck(session, options.Time);
        var turns = Turns.Of(planned.Requirements, whole.Requirements, r => promoted.ContainsKey(r.Requirement.Id));
        foreach (var first in turns.First)
            await Judge(check, first, session, lost);
        await JudgeTogether(check, turns.Together, session, lost);
        foreach (var alone in turns.Alone)
            await Judge(check, alone, session, lost);
        await JudgeTogether(check, turns.OfResponses, session, lost);
        foreach (var last in turns.Last)
            await Judge(check, last, session, lost);
    }

    private Task JudgeTogether(
        RequirementCheck check,
        IEnumerable<PlannedRequirement> requirements,
        ApiSession session,
        CancellationTokenSource lost
    )
    {
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = session.IsOneAtATime ? 1 : options.Parallelism,
            CancellationToken = lost.Token,
        };
        return Parallel.ForEachAsync(
            requirements,
            parallel,
            async (requirement, _) =>
                await (
                    requirement.RunsLast ? Begin(check, requirement, lost) : Judge(check, requirement, session, lost)
                )
        );
    }

    /// <summary>Sends what one of the last requirements needs long before its turn.</summary>
    private Task<bool> Begin(RequirementCheck check, PlannedRequirement requirement, CancellationTokenSource lost) =>
        _faults.Keep(
            $"beginning {requirement.Requirement.Id}",
            () => check.Begin(requirement, lost.Token),
            _ => false,
            lost.Token
        );

    private Task<bool> Judge(
        RequirementCheck check,
        PlannedRequirement requirement,
        ApiSession session,
        CancellationTokenSource lost
    ) =>
        _faults.Keep(
            $"testing {requirement.Requirement.Id}",
            () => Judged(check, requirement, session, lost),
            fault =>
                _verdicts.TryAdd(
                    requirement.Requirement.Id,
                    NoVerdict.Errored(requirement.Requirement, KitFaults.InWords(fault))
                ),
            lost.Token
        );

    private async Task<bool> Judged(
        RequirementCheck check,
        PlannedRequirement requirement,
        ApiSession session,
        CancellationTokenSource lost
    )
    {
        var verdict = await session.Room.During(
            session,
            requirement.Requirement.Id,
            async () => Noted(await check.Judge(requirement, lost.Token), requirement),
            lost.Token
        );
        var inARow =
            verdict.Outcome == Outcome.Errored ? Interlocked.Increment(ref _erroredInARow) : _erroredInARow = 0;
        if (inARow > 0 && inARow % DoubtAfter == 0 && !await Preflight.IsThere(session, lost.Token))
            await lost.CancelAsync();
        return true;
    }

    private Verdict Noted(RequirementCheck.Result result, PlannedRequirement requirement)
    {
        var (verdict, observations, failedAfter) = result;
        if (result.Fault is { } fault)
            progress?.Report(new KitFailed($"testing {requirement.Requirement.Id}", fault));
        if (planned.Requirements.Contains(requirement))
        {
            _verdicts[requirement.Requirement.Id] = verdict;
            _trials[requirement.Requirement.Id] = new(requirement, verdict, result.Tried) { Pairs = result.Pairs };
            foreach (var observation in observations)
                _observations.Add(observation);
            progress?.Report(
                new RequirementJudged(verdict.Requirement, verdict.Outcome) { FailedAfterRequests = failedAfter }
            );
        }
        return verdict;
    }

    private Task<ImmutableArray<string>> CleanUpAfter(ApiSession session, CancellationToken cancel)
    {
        progress?.Report(new CleaningUp(session.Ledger.Entries.Count(e => CleanUp.HasDeletion(session.Api, e))));
        return BoundedCleanUp.Run(session, options, _notes.Add, cancel);
    }

    private Verdict VerdictOn(PlannedRequirement requirement, string? inconclusive, string? fault) =>
        _verdicts.GetValueOrDefault(requirement.Requirement.Id)
        ?? NoVerdict.Because(requirement.Requirement, inconclusive, fault);
}
