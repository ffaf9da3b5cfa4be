using System.Globalization;
using System.Text;
using Conformance.Reports.Text;

namespace Conformance.Reports;

/// <summary>
/// The command that asks for a run again, for people to read and copy; programs take the data. Where its report went is
/// left out, so that a repeated run replaces none, and so is its run id, which a lasting target has seen.
/// </summary>
public static class RunCommandText
{
    private const string Script = "./run-conformance.sh";
    private const string UsualProfile = "standard";

    /// <summary>Only what differs from the defaults, and always the seed.</summary>
    public static string Of(RequestedRun run)
    {
        var text = new StringBuilder(Script);
        if (run.Contracts is { } contracts)
            Append(text, contracts);
        Option(text, "--target", run.Target);
        Option(text, "--config", run.Config);
        Options(text, "--schemas", run.Schemas);
        Options(text, "--api", run.Apis);
        Options(text, "--operation", run.Operations);
        foreach (var glob in run.Only)
            text.Append(" --only ").Append(ShellWord.Quoted(glob));
        Option(text, "--profile", run.Profile == UsualProfile ? null : run.Profile);
        Option(text, "--parallel", run.Parallel?.ToString(CultureInfo.InvariantCulture));
        if (run.IsStrict)
            text.Append(" --strict");
        return text.Append(CultureInfo.InvariantCulture, $" --seed {run.Seed}").ToString();
    }

    private static void Append(StringBuilder text, RequestedContracts contracts)
    {
        text.Append(" contracts");
        Options(text, "--pact-dir", contracts.PactDirs);
        Option(text, "--broker", contracts.Broker);
        Option(text, "--state-url", contracts.StateUrl);
    }

    private static void Options(StringBuilder text, string name, ImmutableArray<string> values)
    {
        foreach (var value in values)
            Option(text, name, value);
    }

    private static void Option(StringBuilder text, string name, string? value)
    {
        if (value is not null)
            text.Append(' ').Append(name).Append(' ').Append(ShellWord.Of(value));
    }
}
