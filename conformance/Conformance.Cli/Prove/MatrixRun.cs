using System.Collections.Concurrent;
using System.Collections.Immutable;
using Conformance.Reference;
using Conformance.Reference.Defects;
using Conformance.Reports.Matrix;
using Conformance.Schemas;
using Conformance.Suite.Planning;
using Conformance.Suite.Running;

namespace Conformance.Cli.Prove;

/// <summary>Judges every implementation that was asked for, several at once.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="catalog">The APIs with all their requirements.</param>
/// <param name="time">Clock of the report.</param>
internal sealed class MatrixRun(ProveRequest request, ImmutableArray<PlannedApi> catalog, TimeProvider time)
{
    private readonly ImmutableArray<PlannedApi> _judged =
    [
        .. catalog.Select(c =>
            c with
            {
                Requirements = c.Requirements.RemoveAll(r =>
                    request.Without.Any(glob => Selection.Matches(glob, r.Requirement.Id))
                ),
            }
        ),
    ];

    /// <summary>Runs to the end.</summary>
    /// <param name="defects">The wrong implementations to choose from.</param>
    /// <param name="progress">Told the name of each implementation that was judged, and of how many.</param>
    /// <param name="cancel">Ends it; then there is no matrix.</param>
    public async Task<KillMatrix> Run(
        ImmutableArray<Defect> defects,
        IProgress<(int Done, int Of)>? progress,
        CancellationToken cancel
    )
    {
        var startedAt = time.GetUtcNow();
        var started = time.GetTimestamp();
        var chosen = defects.RemoveAll(d => !request.Includes(d.Name));
        var results = await JudgeAll([.. chosen], progress, cancel).ConfigureAwait(false);
        var killed = chosen.Select(d => Result(d, results)).ToImmutableArray();
        return new KillMatrix
        {
            KitVersion = Kit.Version,
            Profile = request.Profile.Name,
            Seeds = request.Seeds,
            StartedAt = startedAt,
            DurationSeconds = time.GetElapsedTime(started).TotalSeconds,
            Parallelism = request.Parallel,
            Command = ProveCommandText.Of(request),
            Without = request.Without,
            IsPartial = !request.Only.IsEmpty || !request.Without.IsEmpty,
            Defects = killed,
            Variants = [],
            Requirements = Requirements(killed),
        };
    }

    private async Task<ConcurrentDictionary<(string Name, long Seed), Judging.Result>> JudgeAll(
        ImmutableArray<Implementation> implementations,
        IProgress<(int Done, int Of)>? progress,
        CancellationToken cancel
    )
    {
        var judging = new Judging(_judged, request.Profile);
        var results = new ConcurrentDictionary<(string, long), Judging.Result>();
        var turns = implementations.SelectMany(i => request.Seeds.Select(seed => (i, seed))).ToList();
        var options = new ParallelOptions { MaxDegreeOfParallelism = request.Parallel, CancellationToken = cancel };
        await Parallel
            .ForEachAsync(
                turns,
                options,
                async (turn, token) =>
                {
                    var (implementation, seed) = turn;
                    results[(implementation.Name, seed)] = await judging
                        .Of(implementation, seed, token)
                        .ConfigureAwait(false);
                    progress?.Report((results.Count, turns.Count));
                }
            )
            .ConfigureAwait(false);
        return results;
    }

    private DefectResult Result(
        Defect defect,
        ConcurrentDictionary<(string Name, long Seed), Judging.Result> results
    ) =>
        new(
            defect.Name,
            defect.Api,
            defect.Says,
            defect.Breaks,
            defect.ShowsOnceIn,
            [.. request.Seeds.Select(seed => DefectTrials.Of(defect, seed, results[(defect.Name, seed)]))]
        );

    private ImmutableArray<RequirementResult> Requirements(ImmutableArray<DefectResult> defects)
    {
        var killers = defects
            .SelectMany(d =>
                d.Trials.SelectMany(t => t.Kills)
                    .Where(k => k.Aim != Aim.Beside)
                    .Select(k => (k.Requirement, d.Name))
                    .Distinct()
            )
            .ToLookup(k => k.Requirement, k => k.Name);
        return
        [
            .. _judged
                .SelectMany(c => c.Requirements)
                .Select(r => r.Requirement)
                .Where(r => r.Level != Level.May)
                .Select(r => new RequirementResult(r.Id, r.Level, r.Says, [.. killers[r.Id]])),
        ];
    }
}
