using System.Collections.Concurrent;
using System.Collections.Immutable;
using Conformance.Reference;
using Conformance.Reference.Defects;
using Conformance.Reference.Variants;
using Conformance.Reports.Matrix;
using Conformance.Suite.Planning;
using Conformance.Suite.Running;

namespace Conformance.Cli.Prove;

/// <summary>Judges every implementation that was asked for, several at once.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="catalog">The APIs with all their requirements.</param>
/// <param name="time">Clock of the report.</param>
/// <param name="progress">Told how many runs are done, and of how many.</param>
internal sealed class MatrixRun(
    ProveRequest request,
    ImmutableArray<PlannedApi> catalog,
    TimeProvider time,
    IProgress<(int Done, int Of)>? progress = null
)
{
    // A right implementation may be slow on purpose, and nobody counts the requests up to its first failure.
    private const int AtOnceOnVariants = 16;

    private readonly ImmutableArray<PlannedApi> _judged = [.. catalog.Select(planned => Without(planned, request))];

    private int _done;
    private int _of;

    /// <summary>Runs to the end.</summary>
    /// <param name="defects">The wrong implementations to choose from.</param>
    /// <param name="variants">The right implementations to choose from.</param>
    /// <param name="cancel">Ends it; then there is no matrix.</param>
    public async Task<KillMatrix> Run(
        ImmutableArray<Defect> defects,
        ImmutableArray<Variant> variants,
        CancellationToken cancel
    )
    {
        var startedAt = time.GetUtcNow();
        var started = time.GetTimestamp();
        defects = defects.RemoveAll(d => !request.Includes(d));
        variants = variants.RemoveAll(v => !request.Includes(v));
        _of = (defects.Length + variants.Length) * request.Seeds.Length;
        var spared = await JudgeAll(variants, AtOnceOnVariants, (_, _) => false, VariantTrials.Of, cancel)
            .ConfigureAwait(false);
        var killed = await JudgeAll(defects, 1, IsEnough, DefectTrials.Of, cancel).ConfigureAwait(false);
        var results = defects.Select(d => MatrixResults.Of(d, request, killed[d.Name])).ToImmutableArray();
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
            IsPartial = request.IsPartial,
            IsUntilKilled = request.IsUntilKilled,
            Defects = results,
            Variants = [.. variants.Select(v => MatrixResults.Of(v, spared[v.Name]))],
            Requirements = MatrixResults.Requirements(_judged.Where(j => request.IncludesApi(j.Api.Name)), results),
        };
    }

    private async Task<ILookup<string, TTrial>> JudgeAll<TImplementation, TTrial>(
        ImmutableArray<TImplementation> implementations,
        int atOnce,
        Func<TImplementation, IEnumerable<string>, bool> isEnough,
        Func<TImplementation, long, Judging.Result, TTrial> sum,
        CancellationToken cancel
    )
        where TImplementation : Implementation
    {
        var judging = new Judging(_judged, request.Profile);
        var trials = new ConcurrentDictionary<(string Name, long Seed), TTrial>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = request.Parallel, CancellationToken = cancel };
        await Parallel
            .ForEachAsync(
                implementations.SelectMany(i => request.Seeds.Select(seed => (Implementation: i, Seed: seed))),
                options,
                async (turn, token) =>
                {
                    var result = await judging
                        .Of(turn.Implementation, turn.Seed, atOnce, ids => isEnough(turn.Implementation, ids), token)
                        .ConfigureAwait(false);
                    trials[(turn.Implementation.Name, turn.Seed)] = sum(turn.Implementation, turn.Seed, result);
                    progress?.Report((Interlocked.Increment(ref _done), _of));
                }
            )
            .ConfigureAwait(false);
        return trials.OrderBy(t => t.Key.Seed).ToLookup(t => t.Key.Name, t => t.Value);
    }

    private bool IsEnough(Defect defect, IEnumerable<string> failed) =>
        request.IsUntilKilled && defect.Breaks.All(glob => failed.Any(id => Selection.Matches(glob, id)));

    private static PlannedApi Without(PlannedApi planned, ProveRequest request) =>
        planned with
        {
            Requirements = planned.Requirements.RemoveAll(r =>
                request.Without.Any(glob => Selection.Matches(glob, r.Requirement.Id))
            ),
        };
}
