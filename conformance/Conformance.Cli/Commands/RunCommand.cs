using System.Collections.Immutable;
using Conformance.Cli.Output;
using Conformance.Reference;
using Conformance.Reports;
using Conformance.Suite.Configuration;
using Conformance.Suite.Planning;
using Conformance.Suite.Promotion;
using Conformance.Suite.Running;

namespace Conformance.Cli.Commands;

/// <summary>Proves the selected requirements and writes the report.</summary>
internal static class RunCommand
{
    /// <summary>Runs; the exit code is the conclusion's.</summary>
    public static async Task<int> Run(RunRequest request, Terminal terminal, CancellationToken cancel)
    {
        var catalog = Catalog.Load();
        var given = ConfigurationOf(request, catalog, terminal);
        CheckSelection(request.Selection, catalog);
        CheckDirectory(request.Out);
        var target = request.Target ?? given.Target;
        await using var embedded =
            target is null && !given.NamesEveryUrl(catalog.Select(c => c.Api.Name))
                ? await ReferenceServer
                    .StartAsync(ReferenceConfiguration.EmbeddedOptions(), cancel)
                    .ConfigureAwait(false)
                : null;
        var configuration = embedded is null ? given : ReferenceConfiguration.UnderWithCredentials(given, catalog);
        var options = Options(request, configuration, target, embedded, terminal);
        var report = await Prove(options, catalog, terminal, cancel).ConfigureAwait(false);
        // The report is written even when the run was cut short: that is when it is needed most.
        await ReportFiles.WriteAll(report, request.Out, CancellationToken.None).ConfigureAwait(false);
        Summary.Write(terminal.Out, report, request.Out);
        return Conclusion.Of(report).ExitCode;
    }

    private static async Task<RunReport> Prove(
        RunOptions options,
        ImmutableArray<PlannedApi> catalog,
        Terminal terminal,
        CancellationToken cancel
    )
    {
        using var progress = new ProgressLine(terminal.Error, terminal.Time);
        return await new Runner(options, progress).Run(catalog, cancel).ConfigureAwait(false);
    }

    private static RunConfiguration ConfigurationOf(
        RunRequest request,
        ImmutableArray<PlannedApi> catalog,
        Terminal terminal
    )
    {
        var configuration = request.ConfigurationFile is { } file
            ? ConfigurationFile.Read(file, catalog)
            : new RunConfiguration();
        return ConfigurationEnvironment.Override(configuration, terminal.EnvironmentVariable);
    }

    private static RunOptions Options(
        RunRequest request,
        RunConfiguration configuration,
        Uri? target,
        ReferenceServer? embedded,
        Terminal terminal
    ) =>
        new()
        {
            Target = target ?? embedded?.BaseAddress ?? configuration.Apis.Values.First(a => a.Url is not null).Url!,
            IsEmbedded = embedded is not null,
            Configuration = request.Target is null ? configuration : configuration.WithoutUrls(),
            Selection = request.Selection,
            Profile = request.Profile,
            Seed = request.Seed,
            RunId = request.RunId,
            Parallelism = request.Parallel ?? configuration.Limits.Parallel ?? Environment.ProcessorCount * 2,
            IsStrict = request.IsStrict,
            Command = CommandText.Of(request),
            EnvironmentVariable = embedded is null
                ? terminal.EnvironmentVariable
                : ReferenceConfiguration.Variables(terminal.EnvironmentVariable),
            Time = terminal.Time,
            Promoted = PromotedFile.Of(configuration, PromotedFile.DirectoryOf(request.ConfigurationFile)),
        };

    /// <summary>Refuses names that select nothing.</summary>
    /// <exception cref="UsageException">The message says which, and what there is.</exception>
    public static void CheckSelection(Selection selection, ImmutableArray<PlannedApi> catalog)
    {
        foreach (var api in selection.Apis)
            if (!catalog.Any(c => c.Api.Name.Equals(api, StringComparison.OrdinalIgnoreCase)))
                throw new UsageException(
                    $"unknown API '{api}'; expected one of {string.Join(", ", catalog.Select(c => c.Api.Name))}"
                );
        var operations = catalog.SelectMany(c => c.Api.Documented).Select(o => o.Id).ToList();
        foreach (var operation in selection.Operations)
            if (!operations.Contains(operation, StringComparer.OrdinalIgnoreCase))
                throw new UsageException(
                    $"unknown operation '{operation}'; expected one of {string.Join(", ", operations)}"
                );
        var requirements = catalog.SelectMany(c => c.Requirements).Select(r => r.Requirement).ToList();
        foreach (var glob in selection.Ids)
            if (!requirements.Any(r => Selection.Matches(glob, r.Id)))
                throw new UsageException($"no requirement matches '{glob}'; ./run-conformance.sh list shows all ids");
        if (!requirements.Any(selection.Includes))
            throw new UsageException(
                "no requirement is selected by --api, --operation and --only together; leave one of them out"
            );
    }

    /// <summary>Finds out before the run, not after it, that the report can't be written.</summary>
    private static void CheckDirectory(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"the directory {directory} of --out can't be made: {e.Message}");
        }
    }
}
