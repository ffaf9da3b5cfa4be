using Conformance.Cli.Contracts;
using Conformance.Cli.Output;
using Conformance.Reports;
using Conformance.Reports.Text;
using Conformance.Suite.Planning;
using Conformance.Suite.Running;

namespace Conformance.Cli.Commands;

/// <summary>Proves the selected requirements and writes the report.</summary>
internal static class RunCommand
{
    /// <summary>Runs; the exit code is the conclusion's.</summary>
    public static async Task<int> Run(RunRequest request, Terminal terminal, CancellationToken cancel)
    {
        await using var verifier = VerifierStart.Lazily();
        var pacts = await ForeignPacts.Of(request, terminal.EnvironmentVariable, cancel);
        var catalog = ContractCatalog.Load(verifier.Verify, request.Contracts, pacts, terminal.EnvironmentVariable);
        request = ContractCatalog.Narrowed(request);
        var given = RunComposition.ConfigurationOf(request, catalog, terminal);
        CheckSelection(request.Selection, catalog);
        CheckDirectory(request.Out);
        await using var embedded = await RunComposition.EmbeddedTarget(request, given, catalog, cancel);
        var options = RunComposition.Options(request, given, catalog, embedded, terminal);
        var report = ContractCatalog.Noted(await Prove(options, catalog, terminal, cancel));
        // The report is written even when the run was cut short: that is when it is needed most.
        await ReportFiles.WriteAll(report, request.Out, CancellationToken.None);
        Summary.Write(terminal.Out, report, request.Out);
        await Publishing.Of(request.Contracts, pacts, report, terminal, cancel);
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
        return await new Runner(options, progress).Run(catalog, cancel);
    }

    /// <summary>Refuses names that select nothing.</summary>
    /// <exception cref="UsageException">The message says which, and what there is.</exception>
    public static void CheckSelection(Selection selection, ImmutableArray<PlannedApi> catalog)
    {
        foreach (var api in selection.Apis)
            if (!catalog.Any(c => c.Api.Name.Equals(api, StringComparison.OrdinalIgnoreCase)))
                throw new UsageException(
                    $"unknown API '{Shortened.OnALine(api)}'; expected one of {string.Join(", ", catalog.Select(c => c.Api.Name))}"
                );
        var operations = catalog.SelectMany(c => c.Api.Documented).Select(o => o.Id).ToList();
        foreach (var operation in selection.Operations)
            if (!operations.Contains(operation, StringComparer.OrdinalIgnoreCase))
                throw new UsageException(
                    $"unknown operation '{Shortened.OnALine(operation)}'; expected one of {string.Join(", ", operations)}"
                );
        var requirements = catalog.SelectMany(c => c.Requirements).Select(r => r.Requirement).ToList();
        foreach (var glob in selection.Ids)
            if (!requirements.Any(r => Selection.Matches(glob, r.Id)))
                throw new UsageException(
                    $"no requirement matches '{Shortened.OnALine(glob)}'; ./run-conformance.sh list shows all ids"
                );
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
            throw new UsageException(
                $"the directory {Shortened.OnALine(directory)} of --out can't be made: {Shortened.OnALine(e.Message)}"
            );
        }
    }
}
