using System.Globalization;
using Conformance.Reports.Text;

namespace Conformance.Reports;

/// <summary>The command line that proves one requirement again.</summary>
public static class ReplayCommand
{
    private const string Script = "./run-conformance.sh";

    /// <summary>
    /// The run's own command with <c>--only</c> this requirement: it keeps the configuration, the target and the seed,
    /// so that the same requests are sent.
    /// </summary>
    public static string For(RunReport report, string requirementId)
    {
        var command = string.IsNullOrWhiteSpace(report.Command) ? Script : report.Command;
        if (!report.Target.IsEmbedded && !Names(command, "--target") && !Names(command, "--config"))
            command += $" --target {ShellWord.Of(report.Target.Url)}";
        command += $" --only {ShellWord.Quoted(requirementId)}";
        if (!Names(command, "--seed"))
            command += string.Create(CultureInfo.InvariantCulture, $" --seed {report.Seed}");
        return command;
    }

    private static bool Names(string command, string option) =>
        command.Split(' ').Any(word => word == option || word.StartsWith(option + "=", StringComparison.Ordinal));
}
