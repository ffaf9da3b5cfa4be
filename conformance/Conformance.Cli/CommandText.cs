using System.Globalization;
using System.Text;
using Conformance.Cli.Contracts;
using Conformance.Engine.Testing;

namespace Conformance.Cli;

/// <summary>The command that repeats a run, without <c>--only</c> and without where it wrote its report.</summary>
internal static class CommandText
{
    /// <summary>Only what differs from the defaults, and always the seed.</summary>
    public static string Of(RunRequest request)
    {
        var text = new StringBuilder("./run-conformance.sh");
        if (request.Contracts is { } contracts)
            text.Append(' ').Append(ContractArguments.Text(contracts, Quoted));
        if (request.Target is { } target)
            text.Append(" --target ").Append(Quoted(target.ToString()));
        if (request.ConfigurationFile is { } file)
            text.Append(" --config ").Append(Quoted(file));
        foreach (var folder in request.Schemas)
            text.Append(" --schemas ").Append(Quoted(folder));
        foreach (var api in request.Selection.Apis)
            text.Append(" --api ").Append(Quoted(api));
        foreach (var operation in request.Selection.Operations)
            text.Append(" --operation ").Append(Quoted(operation));
        if (request.Profile != Profile.Standard)
            text.Append(" --profile ").Append(request.Profile.Name);
        if (request.IsStrict)
            text.Append(" --strict");
        return text.Append(CultureInfo.InvariantCulture, $" --seed {request.Seed}").ToString();
    }

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:".Contains(c, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
