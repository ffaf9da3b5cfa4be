using Conformance.Cli.Contracts;
using Conformance.Engine.Planning;
using Conformance.Reports;
using Conformance.Reports.Text;

namespace Conformance.Cli;

/// <summary>A run's request as the data of its report, and back.</summary>
internal static class RepeatedRun
{
    /// <summary>The data that a report holds.</summary>
    public static RequestedRun DataOf(RunRequest request) =>
        new()
        {
            Target = request.Target?.ToString(),
            Config = request.ConfigurationFile,
            Schemas = request.Schemas,
            Apis = request.Selection.Apis,
            Operations = request.Selection.Operations,
            Only = request.Selection.Ids,
            Profile = request.Profile.Name,
            Seed = request.Seed,
            RunId = request.RunId,
            Parallel = request.Parallel,
            IsStrict = request.IsStrict,
            Out = request.Out,
            Contracts = request.Contracts is { } scope
                ? new RequestedContracts
                {
                    PactDirs = scope.Paths,
                    Broker = scope.Broker?.ToString(),
                    StateUrl = scope.States?.ToString(),
                }
                : null,
        };

    /// <summary>
    /// An earlier run as it would be asked for again: the same target, configuration, profile, level of strictness and seed,
    /// with a run id and a directory of its own. What came of contracts is told to a broker once.
    /// </summary>
    /// <param name="report">The earlier run.</param>
    /// <param name="file">Where it was read, for messages.</param>
    /// <param name="again">The run that takes its place, which says where its report goes.</param>
    /// <exception cref="UsageException">The file was changed by hand, and asks for what there isn't.</exception>
    public static RunRequest Of(RunReport report, string file, RunRequest again)
    {
        var asked = report.Request;
        try
        {
            return again with
            {
                Target = ReplayCommand.TargetOf(report) is { } url ? RunArguments.Url(url) : null,
                ConfigurationFile = asked.Config,
                Schemas = asked.Schemas,
                Selection = new Selection(asked.Apis, asked.Operations, asked.Only),
                Profile = RunArguments.ProfileOf(asked.Profile),
                Seed = asked.Seed,
                Parallel = asked.Parallel,
                IsStrict = asked.IsStrict,
                Contracts = asked.Contracts is { } contracts
                    ? ContractArguments.ScopeOf(contracts.PactDirs, contracts.Broker, contracts.StateUrl)
                    : null,
            };
        }
        catch (UsageException e)
        {
            throw new UsageException(
                $"{Shortened.OnALine(file)}: its request can't be repeated: {e.Message.TrimEnd('.')}; "
                    + "give --target, --config and --seed yourself with the id of a requirement",
                e
            );
        }
    }
}
