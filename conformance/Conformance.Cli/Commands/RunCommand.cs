using System.Text;
using Conformance.Cli.Contracts;
using Conformance.Cli.Output;
using Conformance.Engine.Planning;
using Conformance.Reports;
using Conformance.Reports.Text;
using Conformance.Reports.Writing;

namespace Conformance.Cli.Commands;

/// <summary>Tests the selected requirements and writes the report.</summary>
internal static class RunCommand
{
    private const string Interrupted =
        "conformance: interrupted; what was found is written once the target is cleaned up, or at once on another signal";

    /// <summary>Runs; the exit code is the conclusion's, and never 0 where something was lost.</summary>
    public static async Task<int> Run(RunRequest request, Terminal terminal, CancellationToken cancel)
    {
        await using var told = cancel.Register(() => terminal.Error.Line(Interrupted));
        var run = new RunUnderWay(request, terminal);
        var report = await run.Report(cancel);
        // The verdict comes first: a disk may be full, a console seldom is.
        var isTold = await run.Faults.Keep("telling the verdict", () => Told(report, terminal));
        // The report is written even when the run was cut short: that is when it is needed most.
        var isWritten = await Write(report, run.Faults, request.Out, terminal);
        var isPublished = await run.Faults.Keep(
            "publishing",
            () => Publishing.Try(request.Contracts, run.Pacts, report, terminal, cancel)
        );
        if (!run.Faults.IsEmpty)
            await WriteFaults(run.Faults.Text(report, terminal.Secrets), request.Out, terminal);
        var isWhole = isTold && isWritten && isPublished && run.Faults.IsEmpty;
        var exitCode = Conclusion.Of(report).ExitCode;
        return exitCode == ExitCode.Conformant && !isWhole ? ExitCode.Inconclusive : exitCode;
    }

    private static Task<bool> Told(RunReport report, Terminal terminal)
    {
        Summary.Write(terminal.Out, report);
        return Task.FromResult(true);
    }

    /// <summary>Writes the files and says where they are.</summary>
    /// <returns>Whether all of them were written.</returns>
    private static async Task<bool> Write(RunReport report, FaultLog faults, string directory, Terminal terminal)
    {
        // A run that ended before it began has not replaced what an earlier one left.
        var unwritten = OutputDirectory
            .Remove(directory, [ReportFiles.Faults])
            .AddRange(await ReportFiles.WriteAll(report, directory, CancellationToken.None));
        foreach (var file in unwritten.Where(file => file.Fault is not null))
            faults.Add($"making {file.Name}", file.Fault!);
        Unwritten.Say(terminal, directory, ReportFiles.Names, unwritten);
        if (!unwritten.IsEmpty && Conclusion.Of(report).ExitCode == ExitCode.Conformant)
            await ReportFiles.Withdraw(report, directory, unwritten, CancellationToken.None);
        if (unwritten.All(file => file.Name != ReportFiles.Html))
            terminal.Out.Line($"report: {Path.Combine(directory, ReportFiles.Html)}");
        return unwritten.IsEmpty;
    }

    private static async Task WriteFaults(string text, string directory, Terminal terminal)
    {
        const string problem = "conformance: the kit itself failed, which says nothing about the target";
        var file = new FileContent(
            ReportFiles.Faults,
            () => Task.FromResult<ReadOnlyMemory<byte>>(Encoding.UTF8.GetBytes(text))
        );
        var unwritten = await OutputDirectory.Write(directory, [file], CancellationToken.None);
        Unwritten.Say(terminal, directory, [file.Name], unwritten);
        terminal.Error.Line(
            unwritten.IsEmpty
                ? $"{problem}; please report it with {Path.Combine(directory, file.Name)}"
                : $"{problem}; please report it"
        );
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
            if (!requirements.Any(r => RequirementGlob.Matches(glob, r.Id)))
                throw new UsageException(
                    $"no requirement matches '{Shortened.OnALine(glob)}'; ./run-conformance.sh list shows all ids"
                );
        if (!requirements.Any(selection.Includes))
            throw new UsageException(
                "no requirement is selected by --api, --operation and --only together; leave one of them out"
            );
    }
}
