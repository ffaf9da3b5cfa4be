using System.CommandLine;
using System.CommandLine.Parsing;
using Conformance.Cli.Contracts;
using Conformance.Cli.Output;
using Conformance.Engine.Configuration;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Reference;
using Conformance.Reports;
using Conformance.Reports.Corpus;
using Conformance.Reports.Formats;
using Conformance.Reports.Text;
using Conformance.Reports.Writing;
using Conformance.SelfTest;

namespace Conformance.Cli.Commands;

/// <summary>Writes the requests that a run sends.</summary>
internal static class CorpusCommand
{
    private const string FileName = "corpus.jsonl";
    private const string UsualDirectory = "reports/out";

    // The same for everybody, so that everybody gets the same bytes.
    private const string UsualRunId = "corpus";
    private const long UsualSeed = 1;

    // A slow machine must not repeat what a fast one sends once.
    private const double PatientSeconds = 300;

    /// <summary>The command <c>corpus</c>.</summary>
    public static Command Create(Terminal terminal)
    {
        var options = new RunArguments();
        var output = new Option<string>("--out")
        {
            Description = $"File to write, or a directory for {FileName}.",
            HelpName = "DIR-OR-FILE",
            DefaultValueFactory = _ => UsualDirectory,
        };
        var command = new Command(
            "corpus",
            "Writes the exact requests that a run sends to the embedded reference target, with their digest: the same kit, "
                + $"seed and run id give the same bytes. Default seed {UsualSeed}, default run id {UsualRunId}."
        )
        {
            output,
        };
        options.AddSelectionTo(command);
        options.AddChanceTo(command);
        command.SetAction(
            (parsed, cancel) =>
                Write(Fixed(options.Read(parsed, terminal), parsed), parsed.GetValue(output)!, terminal, cancel)
        );
        command.Subcommands.Add(CorpusAddCommand.Create(terminal));
        return command;
    }

    private static RunRequest Fixed(RunRequest request, ParseResult parsed)
    {
        return request with
        {
            Seed = IsGiven("--seed") ? request.Seed : UsualSeed,
            RunId = IsGiven("--run-id") ? request.RunId : UsualRunId,
        };

        bool IsGiven(string name) => parsed.GetResult(name) is OptionResult { Implicit: false };
    }

    private static async Task<int> Write(RunRequest request, string output, Terminal terminal, CancellationToken cancel)
    {
        await using var verifier = VerifierStart.Lazily();
        var catalog = ContractCatalog.Load(verifier.Verify, scope: null, pacts: [], _ => null, folders: []);
        RunCommand.CheckSelection(request.Selection, catalog);
        var file = FileOf(output);
        await using var embedded = await ReferenceServer.StartAsync(ReferenceConfiguration.EmbeddedOptions(), cancel);
        var patient = new RunConfiguration { Limits = new() { RequestTimeoutSeconds = PatientSeconds } };
        var options = new RunOptions
        {
            Target = embedded.BaseAddress,
            IsEmbedded = true,
            Configuration = ReferenceConfiguration.UnderWithCredentials(patient, catalog),
            Selection = request.Selection,
            Profile = request.Profile,
            Seed = request.Seed,
            RunId = request.RunId,
            Parallelism = request.Parallel ?? Environment.ProcessorCount * 2,
            EnvironmentVariable = ReferenceConfiguration.Variables(_ => null),
            Time = terminal.Time,
        };
        var log = new RequestLog(options.RunId) { IsKept = true };
        using var progress = new ProgressLine(terminal.Error, terminal.Time);
        var report = await new Runner(options, progress).Run(catalog, log, cancel);
        cancel.ThrowIfCancellationRequested();
        ThrowIfNotConformant(report);
        // Without Pact's library, contracts send nothing.
        foreach (var note in ContractCatalog.Noted(report).Notes)
            terminal.Out.UntrustedLine(note);
        var corpus = Frozen(report, log);
        terminal.Out.Line($"{corpus.Requests.Length} requests, digest {corpus.RequestsDigest}");
        await WholeFile.Write(file, CorpusLines.Write(corpus), cancel);
        terminal.Out.Line($"corpus: {file}");
        return ExitCode.Conformant;
    }

    private static FrozenCorpus Frozen(RunReport report, RequestLog log) =>
        new(
            report.KitVersion,
            report.Schemas,
            report.Profile,
            report.Seed,
            report.RunId,
            report.RequestsDigest,
            log.Requests
        );

    /// <summary>What was sent depends on the responses: a reference target that got in trouble gives other requests.</summary>
    private static void ThrowIfNotConformant(RunReport report)
    {
        var conclusion = Conclusion.Of(report);
        if (conclusion.Kind != ConclusionKind.Conformant)
            throw new InvalidOperationException(
                $"the reference target was not found conformant, so no corpus was written: {conclusion.Says}"
            );
    }

    private static string FileOf(string output)
    {
        var isFile = File.Exists(output) || (Path.HasExtension(output) && !Directory.Exists(output));
        var file = isFile ? output : Path.Combine(output, FileName);
        return OutputDirectory.ProblemOf(file) is { } problem
            ? throw new UsageException(
                $"{Shortened.OnALine(file)} of --out can't be written: {Shortened.OnALine(problem)}; make room there, or name another place"
            )
            : file;
    }
}
