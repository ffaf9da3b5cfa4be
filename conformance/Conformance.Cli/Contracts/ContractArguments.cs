using System.CommandLine;
using Conformance.Engine.Configuration;
using Conformance.Reports.Text;

namespace Conformance.Cli.Contracts;

/// <summary>The options of <c>contracts</c> beside those of a run.</summary>
internal sealed class ContractArguments
{
    /// <summary>The command's name.</summary>
    public const string Name = "contracts";

    private readonly Option<string[]> _pactDir = new("--pact-dir")
    {
        Description = "Folder of other people's pacts (*.json) to verify, or one pact; repeatable.",
        HelpName = "DIR",
    };

    private readonly Option<string?> _broker = new("--broker")
    {
        Description =
            "Pact Broker to fetch the pacts of each API from. Credentials: PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.",
        HelpName = "URL",
    };

    private readonly Option<bool> _publish = new("--publish")
    {
        Description = "Tell the broker what came of it; needs --broker and --provider-version.",
    };

    private readonly Option<string?> _version = new("--provider-version")
    {
        Description = "Version of the target, for the broker.",
        HelpName = "VERSION",
    };

    private readonly Option<string?> _branch = new("--provider-branch")
    {
        Description = "Branch that this version is from, for the broker.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _states = new("--state-url")
    {
        Description = "Endpoint that brings about the provider states that the kit doesn't know.",
        HelpName = "URL",
    };

    /// <summary>The command, with all its options and without its action.</summary>
    public Command Command(RunArguments run)
    {
        var command = new Command(
            Name,
            "Verifies Pact contracts against a target: the kit's own, or with --pact-dir and --broker those of other people."
        );
        run.AddTo(command);
        run.AddSelectionTo(command);
        foreach (var option in (Option[])[_pactDir, _broker, _states, _publish, _version, _branch])
            command.Options.Add(option);
        return command;
    }

    /// <summary>The run with the contracts that were asked for.</summary>
    /// <exception cref="UsageException">The options don't go together.</exception>
    public RunRequest Read(ParseResult parsed, RunRequest request)
    {
        var scope = ScopeOf([.. parsed.GetValue(_pactDir) ?? []], parsed.GetValue(_broker), parsed.GetValue(_states));
        return request with { Contracts = scope with { Publication = PublicationOf(parsed, scope) } };
    }

    /// <summary>Which contracts are meant, as far as that is known before a broker is asked.</summary>
    /// <exception cref="UsageException">They don't go together, or hold what is not a valid URL.</exception>
    public static ContractScope ScopeOf(ImmutableArray<string> paths, string? broker, string? states)
    {
        var scope = new ContractScope
        {
            Paths = paths,
            Broker = Url(broker),
            States = Address(states),
        };
        return scope.States is null || scope.IsForeign
            ? scope
            : throw new UsageException("--state-url goes with --pact-dir or --broker; add one, or leave it out");
    }

    private Publication? PublicationOf(ParseResult parsed, ContractScope scope)
    {
        var (version, branch) = (parsed.GetValue(_version), parsed.GetValue(_branch));
        if (!parsed.GetValue(_publish))
            return version is null && branch is null
                ? null
                : throw new UsageException(
                    "--provider-version and --provider-branch go with --publish; add it, or leave them out"
                );
        if (scope.Broker is null)
            throw new UsageException("--publish needs --broker: only a broker can be told");
        return new Publication(
            version ?? throw new UsageException("--publish needs --provider-version: results are kept by version"),
            branch
        );
    }

    private static Uri? Url(string? text) =>
        text is null ? null
        : TargetUrl.TryParse(text, out var url, out var problem) ? url
        : throw new UsageException(problem);

    private static Uri? Address(string? text) =>
        text is null ? null
        : !Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")
            ? throw new UsageException(
                $"'{Shortened.OnALine(text)}' is not a valid URL; expected something like http://127.0.0.1:8080/states"
            )
        : TargetUrl.ConnectionProblem(url) is { } problem ? throw new UsageException(problem)
        : url;
}
