using Conformance.Reports;
using Conformance.Reports.Formats;
using Conformance.Reports.Text;

namespace Conformance.Cli;

/// <summary>What failed in earlier runs.</summary>
/// <param name="Files">The results of the runs, by their file.</param>
/// <param name="Verdicts">The failed verdicts that were asked for.</param>
internal sealed record Failures(
    ImmutableArray<(string File, RunReport Report)> Files,
    ImmutableArray<(RunReport Report, Verdict Verdict)> Verdicts
)
{
    /// <summary>Reads them.</summary>
    /// <param name="what">Results files, and globs over ids that narrow what is taken from them.</param>
    /// <param name="usual">The file where none is given.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="UsageException">A file is not there, or nothing of this failed.</exception>
    /// <exception cref="ResultsFileException">A file holds no results.</exception>
    public static async Task<Failures> Read(IEnumerable<string> what, string usual, CancellationToken cancel)
    {
        var isFile = what.ToLookup(LooksLikeAFile);
        var names = isFile[true].DefaultIfEmpty(usual).ToList();
        var files = ImmutableArray.CreateBuilder<(string, RunReport)>();
        foreach (var name in names)
            files.Add(
                File.Exists(name)
                    ? (name, await ResultsJson.ReadFile(name, cancel))
                    : throw new UsageException(
                        $"there is no file {Shortened.OnALine(name)}; give the results.json of a run that failed"
                    )
            );
        var globs = isFile[false].ToList();
        var failed = files
            .SelectMany(f => f.Item2.Verdicts.Select(v => (Report: f.Item2, Verdict: v)))
            .Where(f => f.Verdict.Outcome == Outcome.Failed)
            .Where(f =>
                globs.Count == 0 || globs.Exists(glob => RequirementGlob.Matches(glob, f.Verdict.Requirement.Id))
            )
            .ToImmutableArray();
        return failed.IsEmpty
            ? throw new UsageException(
                $"nothing{(globs.Count == 0 ? "" : " of " + Shortened.OnALine(string.Join(", ", globs)))} failed in {Shortened.OnALine(string.Join(", ", names))}, so there is nothing to promote"
            )
            : new Failures(files.ToImmutable(), failed);
    }

    /// <summary>The configuration of each run; null for a run without one.</summary>
    public IEnumerable<string?> ConfigurationFiles => Files.Select(f => f.Report.Request.Config);

    /// <summary>Folders of the further APIs that the runs tested.</summary>
    public ImmutableArray<string> SchemaFolders => [.. Files.SelectMany(f => f.Report.Request.Schemas).Distinct()];

    private static bool LooksLikeAFile(string name) =>
        File.Exists(name) || name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}
