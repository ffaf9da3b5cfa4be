using System.Collections.Concurrent;
using System.Collections.Immutable;
using Conformance.Generators;
using Conformance.Reference;
using Conformance.Reference.Mutants;
using Conformance.Reference.Variants;
using Conformance.Reports.Matrix;
using Conformance.Suite.Planning;
using Conformance.Suite.Running;

namespace Conformance.Cli.Prove;

/// <summary>Judges every implementation that was asked for, several at once.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="catalog">The APIs with all their requirements.</param>
/// <param name="values">What makes the values of all runs.</param>
/// <param name="time">Clock of the report.</param>
/// <param name="progress">Told how many runs are done, and of how many.</param>
internal sealed class MatrixRun(
    ProveRequest request,
    ImmutableArray<PlannedApi> catalog,
    ValueSource values,
    TimeProvider time,
    IProgress<(int Done, int Of)>? progress = null
)
{
    // A right implementation may be slow on purpose, and nobody counts the requests up to its first failure.
    private const int AtOnceOnVariants = 16;

    private readonly ImmutableArray<PlannedApi> _judged = [.. catalog.Select(planned => Without(planned, request))];

    /// <summary>Runs to the end.</summary>
    /// <param name="defects">The wrong implementations to choose from.</param>
    /// <param name="variants">The right implementations to choose from.</param>
    /// <param name="cancel">Ends it; then there is no matrix.</param>
    public async Task<KillMatrix> Run(
        ImmutableArray<Mutant> defects,
        ImmutableArray<Variant> variants,
        CancellationToken cancel
    )
    {
        var startedAt = time.GetUtcNow();
        var started = time.GetTimestamp();
        defects = defects.RemoveAll(d => !request.Includes(d));
        variants = variants.RemoveAll(v => !request.Includes(v));
        var killed = new ConcurrentDictionary<(string Name, long Seed), Trial>();
        var spared = new ConcurrentDictionary<(string Name, long Seed), VariantTrial>();
        await JudgeAll(
            [
                .. variants.Select(v => new Turn(
                    v,
                    AtOnceOnVariants,
                    _ => false,
                    (seed, result) => spared[(v.Name, seed)] = VariantTrials.Of(v, seed, result)
                )),
                .. defects.Select(d => new Turn(
                    d,
                    AtOnce: 1,
                    ids => IsEnough(d, ids),
                    (seed, result) => killed[(d.Name, seed)] = DefectTrials.Of(d, seed, result)
                )),
            ],
            cancel
        );
        var results = defects
            .Select(d => MatrixResults.Of(d, request, request.Seeds.Select(seed => killed[(d.Name, seed)])))
            .ToImmutableArray();
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
            Variants =
            [
                .. variants.Select(v => MatrixResults.Of(v, request.Seeds.Select(seed => spared[(v.Name, seed)]))),
            ],
            Requirements = MatrixResults.Requirements(_judged.Where(j => request.IncludesApi(j.Api.Name)), results),
        };
    }

    /// <summary>One implementation to be judged, once with each seed.</summary>
    private sealed record Turn(
        Implementation Implementation,
        int AtOnce,
        Func<IEnumerable<string>, bool> IsEnough,
        Action<long, Judging.Result> Note
    );

    private async Task JudgeAll(ImmutableArray<Turn> turns, CancellationToken cancel)
    {
        var judging = new Judging(_judged, request.Profile, values);
        var (done, of) = (0, turns.Length * request.Seeds.Length);
        var options = new ParallelOptions { MaxDegreeOfParallelism = request.Parallel, CancellationToken = cancel };
        await Parallel.ForEachAsync(
            request.Seeds.SelectMany(seed => Mixed(turns).Select(turn => (turn, seed))),
            options,
            async (next, token) =>
            {
                var (turn, seed) = next;
                var result = await judging.Of(turn.Implementation, seed, turn.AtOnce, turn.IsEnough, token);
                turn.Note(seed, result);
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

    private bool IsEnough(Mutant defect, IEnumerable<string> failed) =>
        request.IsUntilKilled && defect.Breaks.All(glob => failed.Any(id => Selection.Matches(glob, id)));

    private static PlannedApi Without(PlannedApi planned, ProveRequest request) =>
        planned with
        {
            Requirements = planned.Requirements.RemoveAll(r =>
                request.Without.Any(glob => Selection.Matches(glob, r.Requirement.Id))
            ),
        };
}
