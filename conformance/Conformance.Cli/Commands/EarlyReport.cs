using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Cli.Commands;

/// <summary>What a run reports before it has judged anything, as far as it is known by then.</summary>
/// <param name="request">The run as it was asked for.</param>
/// <param name="time">Clock of the run.</param>
internal sealed class EarlyReport(RunRequest request, TimeProvider time)
{
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();
    private readonly long _started = time.GetTimestamp();

    /// <summary>The APIs with the requirements that are selected, once they are known.</summary>
    public ImmutableArray<PlannedApi> Catalog { get; set; } = [];

    /// <summary>What decides the run, once it is known.</summary>
    public RunOptions? Options { get; set; }

    /// <summary>The run was interrupted: nothing was tested.</summary>
    public RunReport Interrupted()
    {
        var report = Untested();
        return report with { IncompleteBecause = NoVerdict.Interruption(report.Verdicts) };
    }

    /// <summary>No requirement had its turn; who calls says why.</summary>
    public RunReport Untested() =>
        Empty() with
        {
            Verdicts =
            [
                .. Catalog
                    .SelectMany(planned => planned.Requirements)
                    .Select(planned => NoVerdict.Interrupted(planned.Requirement))
                    .OrderBy(verdict => verdict.Requirement.Id, StringComparer.Ordinal),
            ],
        };

    /// <summary>The target can't be judged.</summary>
    public RunReport Inconclusive(string why) => Empty() with { InconclusiveBecause = why };

    /// <summary>The run goes on: what its files say until its end, and for good where it is killed.</summary>
    public RunReport NotEnded() =>
        Empty() with
        {
            IncompleteBecause =
                "it has not ended, or was killed before it could say what it found. Its end replaces this file.",
        };

    /// <summary>The report of a run that the kit failed to bring to its end.</summary>
    /// <param name="report">What was found by then.</param>
    /// <param name="message">The fault's message, without secrets.</param>
    /// <param name="fault">The fault.</param>
    public static RunReport Failed(RunReport report, string message, Exception fault)
    {
        var why = $"the kit failed, which says nothing about the target: {fault.GetType().Name}: {message}";
        return report with { IncompleteBecause = report.IncompleteBecause is { } before ? $"{before} {why}" : why };
    }

    private RunReport Empty() =>
        new()
        {
            KitVersion = Kit.Version,
            Target = new(
                (Options?.Target ?? request.Target)?.ToString() ?? "a target that was not known yet",
                Options?.IsEmbedded ?? false
            ),
            Schemas = [.. Catalog.Select(p => new SchemaVersion(p.Api.Name, p.Api.Title, p.Api.Version))],
            Profile = request.Profile.Name,
            Seed = request.Seed,
            RunId = request.RunId,
            StartedAt = _startedAt,
            DurationSeconds = time.GetElapsedTime(_started).TotalSeconds,
            Parallelism = Options?.Parallelism ?? request.Parallel ?? 1,
            Requests = 0,
            RequestsDigest = new RequestLog(request.RunId).Digest(),
            IsStrict = request.IsStrict,
            Request = RepeatedRun.DataOf(request),
            Verdicts = [],
        };
}
