using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Planning.Promotion;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Reports.Secrecy;

namespace Conformance.Engine.Running;

/// <summary>Tests the selected requirements against a target and reports what it found.</summary>
/// <param name="options">Everything that decides what the run does.</param>
/// <param name="progress">Told what happens, from several threads; null for nobody.</param>
public sealed class Runner(RunOptions options, IProgress<RunEvent>? progress = null)
{
    /// <summary>Runs to the end, or to where it was cancelled; a cancelled run gives an incomplete report.</summary>
    /// <param name="catalog">The APIs with their requirements.</param>
    /// <param name="cancel">Ends the run early.</param>
    /// <exception cref="ConfigurationException">Credentials can't be read, or a name is nobody's; nothing was sent.</exception>
    /// <exception cref="Reports.Formats.CorpusFileException">A promoted case shows nothing any more.</exception>
    public Task<RunReport> Run(ImmutableArray<PlannedApi> catalog, CancellationToken cancel) =>
        Run(catalog, new RequestLog(options.RunId), cancel);

    /// <summary>The same, with the requests written down in this log.</summary>
    /// <exception cref="ConfigurationException">Credentials can't be read, or a name is nobody's; nothing was sent.</exception>
    public async Task<RunReport> Run(ImmutableArray<PlannedApi> catalog, RequestLog log, CancellationToken cancel)
    {
        var beganAt = options.Time.GetUtcNow();
        var started = options.Time.GetTimestamp();
        var secrets = new SecretReader(options.EnvironmentVariable, options.Secrets);
        (catalog, var selected, var promoted) = Plan(catalog, secrets);
        progress?.Report(new RequirementsPlanned(selected.Sum(p => p.Requirements.Length)));
        var evidence = new EvidenceBudget(options.Secrets);
        var results = new List<ApiResult>();
        foreach (var planned in selected)
        {
            var whole = catalog.First(c => c.Api.Name == planned.Api.Name);
            var run = new ApiRun(options, secrets, planned, whole, promoted, evidence, progress);
            results.Add(await Kept(planned, run, log, cancel));
        }
        var report = Report(selected, results);
        report = report with
        {
            StartedAt = beganAt,
            DurationSeconds = options.Time.GetElapsedTime(started).TotalSeconds,
            RequestsDigest = log.Digest(),
            IncompleteBecause = Together([
                cancel.IsCancellationRequested ? NoVerdict.Interruption(report.Verdicts) : null,
                report.IncompleteBecause,
            ]),
        };
        return Redaction.Of(report with { Notes = [.. report.Notes, .. TooShort(secrets.TooShort)] }, options.Secrets);
    }

    private static IEnumerable<string> TooShort(int secrets) =>
        secrets == 0
            ? []
            :
            [
                $"{(secrets == 1 ? "1 secret has" : $"{secrets} secrets have")} fewer than {Secrets.Shortest} characters, and can't be told from ordinary text: this report may hold what the target says of {(secrets == 1 ? "it" : "them")}; use longer ones.",
            ];

    private static string? Together(IEnumerable<string?> reasons) =>
        string.Join(' ', reasons.OfType<string>()) is { Length: > 0 } all ? all : null;

    /// <summary>Finds out what is wrong with the configuration, so that it shows before anything is sent.</summary>
    /// <param name="catalog">The APIs with their requirements.</param>
    /// <exception cref="Configuration.ConfigurationException">Credentials can't be read, or a name is nobody's.</exception>
    /// <exception cref="Reports.Formats.CorpusFileException">A promoted case shows nothing any more.</exception>
    public void Check(ImmutableArray<PlannedApi> catalog) =>
        Plan(catalog, new SecretReader(options.EnvironmentVariable, options.Secrets));

    private Planned Plan(ImmutableArray<PlannedApi> catalog, SecretReader secrets)
    {
        catalog = [.. catalog.Select(p => p.With(options.Configuration.For(p.Api.Name)))];
        var promoted = PromotedSamples.Of(options.Promoted, catalog, options.RunId, options.Values);
        var selected = Select(catalog);
        Readiness.ThrowIfNot(selected.Select(p => p.Api), options, secrets);
        return new Planned(catalog, selected, promoted);
    }

    private sealed record Planned(
        ImmutableArray<PlannedApi> Whole,
        ImmutableArray<PlannedApi> Selected,
        ImmutableDictionary<string, ImmutableArray<Sample>> Promoted
    );

    /// <summary>A fault in the run of one API must not take what the others showed.</summary>
    private async Task<ApiResult> Kept(PlannedApi planned, ApiRun run, RequestLog log, CancellationToken cancel)
    {
        var faults = new KitFaults(progress);
        return await faults.Keep(
            $"testing {planned.Api.Title}",
            () => run.Run(log, cancel),
            fault => ApiResult.Lost(planned, KitFaults.InWords(fault)),
            // Whoever interrupts it gets its result too.
            CancellationToken.None
        );
    }

    private ImmutableArray<PlannedApi> Select(ImmutableArray<PlannedApi> catalog) =>
        [
            .. catalog
                .Select(p =>
                    p with
                    {
                        Requirements = p.Requirements.RemoveAll(r => !options.Selection.Includes(r.Requirement)),
                    }
                )
                .Where(p => p.Requirements.Length > 0),
        ];

    private IEnumerable<string> Promoted(ImmutableArray<PlannedApi> selected)
    {
        var ids = selected.SelectMany(p => p.Requirements).Select(r => r.Requirement.Id).ToHashSet();
        var count = options.Promoted.Cases.Count(c => ids.Contains(c.Requirement));
        if (count > 0)
            yield return $"{(count == 1 ? "1 promoted case" : $"{count} promoted cases")} of {options.Promoted.File} came first.";
    }

    /// <summary>For who runs the kit without a command.</summary>
    private RequestedRun Requested() =>
        new()
        {
            Target = options.IsEmbedded ? null : options.Target.ToString(),
            Apis = options.Selection.Apis,
            Operations = options.Selection.Operations,
            Only = options.Selection.Ids,
            Profile = options.Profile.Name,
            Seed = options.Seed,
            RunId = options.RunId,
            IsStrict = options.IsStrict,
        };

    private RunReport Report(ImmutableArray<PlannedApi> selected, List<ApiResult> results)
    {
        var inconclusive = results.Select(r => r.Inconclusive).OfType<string>().ToList();
        return new RunReport
        {
            KitVersion = Kit.Version,
            Target = new TargetDescription(options.Target.ToString(), options.IsEmbedded),
            Schemas = [.. selected.Select(p => new SchemaVersion(p.Api.Name, p.Api.Title, p.Api.Version))],
            Profile = options.Profile.Name,
            Seed = options.Seed,
            RunId = options.RunId,
            StartedAt = default,
            DurationSeconds = 0,
            Parallelism = options.Parallelism,
            Requests = results.Sum(r => r.Requests),
            RequestsDigest = "",
            IsStrict = options.IsStrict,
            IncompleteBecause = Together(results.SelectMany(r => r.Faults)),
            InconclusiveBecause = inconclusive.Count > 0 ? string.Join(" ", inconclusive) : null,
            Request = options.Request ?? Requested(),
            Verdicts = [.. results.SelectMany(r => r.Verdicts).OrderBy(v => v.Requirement.Id, StringComparer.Ordinal)],
            Observations = [.. results.SelectMany(r => r.Observations).OrderBy(o => o.Id, StringComparer.Ordinal)],
            Coverage = [.. results.SelectMany(r => r.Coverage)],
            Dimensions = [.. results.SelectMany(r => r.Dimensions)],
            Resources = new(
                results.Sum(r => r.Resources.Created),
                results.Select(r => r.Resources.Peak).DefaultIfEmpty(0).Max()
            ),
            NotCleanedUp = [.. results.SelectMany(r => r.NotCleanedUp)],
            Notes = [.. results.SelectMany(r => r.Notes), .. Promoted(selected)],
            Interpretations = [.. selected.SelectMany(p => p.Api.Interpretations).DistinctBy(r => r.Id)],
        };
    }
}
