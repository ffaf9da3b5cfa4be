using System.Collections.Concurrent;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Generators;
using Conformance.Reference;
using Conformance.Reference.Mutants;
using Conformance.Reference.Variants;
using Conformance.Reports;
using Conformance.Reports.SelfTest;

namespace Conformance.SelfTest;

/// <summary>Judges every implementation that was asked for, several at once.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="catalog">The APIs with all their requirements.</param>
/// <param name="values">What makes the values of all runs.</param>
/// <param name="time">Clock of the report.</param>
/// <param name="progress">Told how many runs are done, and of how many.</param>
public sealed class SelfTestRun(
    SelfTestRequest request,
    ImmutableArray<PlannedApi> catalog,
    ValueSource values,
    TimeProvider time,
    IProgress<(int Done, int Of)>? progress = null
)
{
    // A variant may be slow on purpose, and nobody counts the requests up to its first failure.
    private const int RequirementsAtOnceOnVariants = 16;

    private readonly Judge _judge = new([.. catalog.Select(planned => Without(planned, request))], values);

    /// <summary>Runs to the end.</summary>
    /// <param name="mutants">The mutants to choose from.</param>
    /// <param name="variants">The variants to choose from.</param>
    /// <param name="cancel">Ends it; then there is no report.</param>
    public async Task<SelfTestReport> Run(
        ImmutableArray<Mutant> mutants,
        ImmutableArray<Variant> variants,
        CancellationToken cancel
    )
    {
        var startedAt = time.GetUtcNow();
        var started = time.GetTimestamp();
        mutants = mutants.RemoveAll(m => !request.Includes(m));
        variants = variants.RemoveAll(v => !request.Includes(v));
        var killed = new ConcurrentDictionary<(string Name, long Seed), MutantTrial>();
        var spared = new ConcurrentDictionary<(string Name, long Seed), VariantTrial>();
        await JudgeAll(
            [
                .. variants.Select(v => new Turn(
                    v,
                    RequirementsAtOnceOnVariants,
                    _ => false,
                    (seed, judgement) => spared[(v.Name, seed)] = VariantTrials.Of(v, seed, judgement)
                )),
                .. mutants.Select(m => new Turn(
                    m,
                    RequirementsAtOnce: 1,
                    failed => request.IsUntilKilled && MutantTrials.Unnoticed(m, failed).IsEmpty,
                    (seed, judgement) => killed[(m.Name, seed)] = MutantTrials.Of(m, seed, judgement)
                )),
            ],
            cancel
        );
        var results = mutants
            .Select(m => SelfTestResults.Of(m, request, request.Seeds.Select(seed => killed[(m.Name, seed)])))
            .ToImmutableArray();
        ImmutableArray<PlannedApi> judged = [.. _judge.Catalog.Where(j => request.IncludesApi(j.Api.Name))];
        return new SelfTestReport
        {
            KitVersion = Kit.Version,
            Profile = request.Profile.Name,
            Seeds = request.Seeds,
            StartedAt = startedAt,
            DurationSeconds = time.GetElapsedTime(started).TotalSeconds,
            Parallelism = request.Parallel,
            Command = request.Command,
            Without = request.Without,
            IsPartial = request.IsPartial,
            IsUntilKilled = request.IsUntilKilled,
            Mutants = results,
            Variants =
            [
                .. variants.Select(v => SelfTestResults.Of(v, request.Seeds.Select(seed => spared[(v.Name, seed)]))),
            ],
            Parts = request is { IsPartial: false, IsUntilKilled: false, Apis.IsEmpty: true }
                ? Parts.Of(judged, results)
                : [],
            Requirements = SelfTestResults.Requirements(judged, results),
        };
    }

    /// <summary>One implementation to be judged, once with each seed.</summary>
    /// <param name="RequirementsAtOnce">With 1, the number of requests up to a failure is always the same.</param>
    private sealed record Turn(
        Implementation Implementation,
        int RequirementsAtOnce,
        Func<IEnumerable<string>, bool> IsEnough,
        Action<long, Judgement> Note
    );

    private async Task JudgeAll(ImmutableArray<Turn> turns, CancellationToken cancel)
    {
        var (done, of) = (0, turns.Length * request.Seeds.Length);
        var options = new ParallelOptions { MaxDegreeOfParallelism = request.Parallel, CancellationToken = cancel };
        await Parallel.ForEachAsync(
            request.Seeds.SelectMany(seed => Mixed(turns).Select(turn => (turn, seed))),
            options,
            async (next, token) =>
            {
                var (turn, seed) = next;
                var judgement = await _judge.Of(
                    turn.Implementation,
                    o => o with { Profile = request.Profile, Seed = seed, Parallelism = turn.RequirementsAtOnce },
                    turn.IsEnough,
                    token
                );
                turn.Note(seed, judgement);
                progress?.Report((Interlocked.Increment(ref done), of));
            }
        );
    }

    /// <summary>
    /// Those of every API spread evenly: some wait for webhooks, others compute, and together they keep all processors busy.
    /// </summary>
    private static IEnumerable<Turn> Mixed(ImmutableArray<Turn> turns) =>
        turns
            .GroupBy(turn => turn.Implementation.Api)
            .SelectMany(ofApi =>
            {
                var all = ofApi.ToList();
                return all.Select((turn, index) => (Turn: turn, Place: (index + 0.5) / all.Count));
            })
            .OrderBy(it => it.Place)
            .Select(it => it.Turn);

    private static PlannedApi Without(PlannedApi planned, SelfTestRequest request) =>
        planned with
        {
            Requirements = planned.Requirements.RemoveAll(r =>
                request.Without.Any(glob => RequirementGlob.Matches(glob, r.Requirement.Id))
            ),
        };
}
