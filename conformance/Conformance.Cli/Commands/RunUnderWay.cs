using Conformance.Cli.Contracts;
using Conformance.Cli.Output;
using Conformance.Contracts.Broker;
using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Reports;
using Conformance.Reports.Formats;
using Conformance.Reports.Secrecy;
using Conformance.Reports.Text;
using Conformance.Reports.Writing;
using Conformance.Schemas;

namespace Conformance.Cli.Commands;

/// <summary>A run from its arguments to its report: there is one whatever happens, unless nothing could begin.</summary>
internal sealed class RunUnderWay(RunRequest request, Terminal terminal)
{
    private readonly EarlyReport _early = new(request, terminal.Time);
    private RunReport? _report;
    private bool _hasBegun;

    /// <summary>What the kit failed at.</summary>
    public FaultLog Faults { get; } = new();

    /// <summary>The pacts that it is about.</summary>
    public ImmutableArray<ForeignPact> Pacts { get; private set; } = [];

    /// <summary>Runs to the end, or to where it was interrupted or the kit failed.</summary>
    /// <exception cref="UsageException">It can't be carried out as it was asked for; nothing was sent or written.</exception>
    /// <exception cref="ConfigurationException">The configuration can't be used; nothing was sent or written.</exception>
    /// <exception cref="CorpusFileException">A promoted case can't be used; nothing was sent or written.</exception>
    public async Task<RunReport> Report(CancellationToken cancel)
    {
        try
        {
            await Test(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            _report ??= _early.Interrupted();
        }
        catch (BrokerException e) when (_report is null)
        {
            _report = _early.Inconclusive(e.Message);
        }
        catch (Exception fault) when (_hasBegun || !IsRefusal(fault))
        {
            Faults.Add("running", fault);
            _report = EarlyReport.Failed(_report ?? _early.Untested(), terminal.Secrets.Redact(fault.Message), fault);
        }
        return Redaction.Of(
            _report ?? throw new InvalidOperationException("expected a report of the run, got none"),
            terminal.Secrets
        );
    }

    private static bool IsRefusal(Exception e) =>
        e is UsageException or ConfigurationException or SchemaException or CorpusFileException or ResultsFileException;

    private async Task Test(CancellationToken cancel)
    {
        await using var verifier = VerifierStart.Lazily();
        Pacts = await ForeignPacts.Of(request, terminal, cancel);
        var folders = FurtherApis.FoldersOf(request.Schemas, request.ConfigurationFile);
        var catalog = ContractCatalog.Load(
            verifier.Verify,
            request.Contracts,
            Pacts,
            terminal.EnvironmentVariable,
            folders
        );
        var narrowed = ContractCatalog.Narrowed(request);
        var given = RunComposition.ConfigurationOf(narrowed, catalog, terminal);
        narrowed = narrowed with { Selection = FurtherApis.Narrowed(narrowed.Selection, catalog, given, folders) };
        RunCommand.CheckSelection(narrowed.Selection, catalog);
        _early.Catalog = Selected(catalog, narrowed.Selection);
        await using var embedded = await RunComposition.EmbeddedTarget(narrowed, given, catalog, cancel);
        var options = _early.Options = RunComposition.Options(narrowed, given, catalog, embedded, terminal);
        using var progress = new ProgressLine(terminal.Error, terminal.Time);
        var runner = new Runner(options, Faults.Watching(progress));
        runner.Check(catalog);
        await Begin();
        _report = ContractCatalog.Noted(await runner.Run(catalog, cancel));
    }

    /// <summary>
    /// Puts files in the place of an earlier run's which say that this one has not ended: should it be killed, nobody takes
    /// the earlier one's for its own.
    /// </summary>
    /// <exception cref="UsageException">They can't be written.</exception>
    private async Task Begin()
    {
        ImmutableArray<string> names = [.. ReportFiles.Names, ReportFiles.Faults];
        if (OutputDirectory.Problem(request.Out, names) is { } problem)
            throw Refused(problem);
        var unwritten = await ReportFiles.WriteAll(_early.NotEnded(), request.Out, CancellationToken.None);
        if (unwritten.FirstOrDefault(file => file.Fault is null) is { } refused)
            throw Refused($"{refused.Name} can't be written: {refused.Why}");
        // What the kit can't make now it will fail to make at the end too, and say so.
        var left = OutputDirectory.Remove(request.Out, unwritten.Select(file => file.Name).Append(ReportFiles.Faults));
        if (left is [var stays, ..])
            throw Refused($"{stays.Name}: {stays.Why}");
        _hasBegun = true;
    }

    private static ImmutableArray<PlannedApi> Selected(ImmutableArray<PlannedApi> catalog, Selection selection) =>
        [
            .. catalog
                .Select(p =>
                    p with
                    {
                        Requirements = p.Requirements.RemoveAll(r => !selection.Includes(r.Requirement)),
                    }
                )
                .Where(p => p.Requirements.Length > 0),
        ];

    private UsageException Refused(string problem) =>
        new(
            $"nothing can be written to {Shortened.OnALine(request.Out)} of --out: {Shortened.OnALine(problem)}; make room there, or name another directory"
        );
}
