using System.CommandLine;
using System.CommandLine.Parsing;
using Conformance.Engine.Planning;
using Conformance.Reports;
using Conformance.Reports.Formats;
using Conformance.Reports.Text;

namespace Conformance.Cli.Commands;

/// <summary>Tests again what failed in an earlier run, with the same seed.</summary>
internal static class ReplayFileCommand
{
    /// <summary>The command <c>replay</c>.</summary>
    public static Command Create(Terminal terminal)
    {
        var options = new RunArguments();
        var what = new Argument<string>("file-or-id")
        {
            Description =
                "The results.json of an earlier run, or the id of a requirement. From a file come the target, the "
                + "configuration, the profile and the seed; options given here override them.",
        };
        var command = new Command("replay", "Tests again what failed or errored in an earlier run.") { what };
        options.AddTo(command);
        command.SetAction(
            async (parsed, cancel) =>
            {
                var given = options.Read(parsed, terminal);
                var fileOrId = parsed.GetValue(what)!;
                var request = File.Exists(fileOrId)
                    ? await OfFile(fileOrId, given, IsGiven(parsed), cancel)
                    : OfId(fileOrId, given);
                return await RunCommand.Run(request, terminal, cancel);
            }
        );
        return command;
    }

    private static Func<string, bool> IsGiven(ParseResult parsed) =>
        name => parsed.GetResult(name) is OptionResult { Implicit: false };

    private static RunRequest OfId(string id, RunRequest given) =>
        id.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? throw new UsageException(
                $"there is no file {Shortened.OnALine(id)}; give a results.json or the id of a requirement"
            )
            : given with
            {
                Selection = Selection.All with { Ids = [id] },
            };

    private static async Task<RunRequest> OfFile(
        string file,
        RunRequest given,
        Func<string, bool> isGiven,
        CancellationToken cancel
    )
    {
        var report = await ResultsJson.ReadFile(file, cancel);
        var again = report
            .Verdicts.Where(v => v.Outcome is Outcome.Failed or Outcome.Errored)
            .Select(v => v.Requirement.Id)
            .ToList();
        if (again.Count == 0)
            throw new UsageException(
                $"nothing failed or errored in {Shortened.OnALine(file)}, so there is nothing to replay; run again"
            );
        var earlier = RepeatedRun.Of(report, file, given);
        return earlier with
        {
            Target = isGiven("--target") ? given.Target : earlier.Target,
            ConfigurationFile = given.ConfigurationFile ?? earlier.ConfigurationFile,
            Selection = Selection.All with { Ids = [.. again] },
            Profile = isGiven("--profile") ? given.Profile : earlier.Profile,
            Seed = isGiven("--seed") ? given.Seed : earlier.Seed,
            Parallel = given.Parallel ?? earlier.Parallel,
            IsStrict = given.IsStrict || earlier.IsStrict,
        };
    }
}
