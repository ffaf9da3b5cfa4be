using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Testing;
using Conformance.Reports.Text;

namespace Conformance.Cli;

/// <summary>The options of a run, as the command line has them.</summary>
internal sealed partial class RunArguments
{
    private readonly Option<string?> _target = new("--target")
    {
        Description =
            "Base URL of the implementation to judge. Default: CONFORMANCE_TARGET, then the configuration, then the embedded reference target.",
        HelpName = "URL",
    };

    private readonly Option<string?> _config = new("--config")
    {
        Description =
            "Configuration file (YAML or JSON): base URLs, credentials, fixtures, unsupported operations, limits.",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _schemas = Many(
        "--schemas",
        "Folder of a further API: its openapi.json and register.json, or folders that hold them. Repeatable; then only these APIs are tested, unless --api or the configuration names others.",
        "DIR"
    );

    private readonly Option<string[]> _api = Many(
        "--api",
        "API to test, such as nova-act; repeatable. Default: all.",
        "NAME"
    );

    private readonly Option<string[]> _operation = Many(
        "--operation",
        "Operation to test, such as CreateWorkflowRun; repeatable. Default: all.",
        "NAME"
    );

    private readonly Option<string[]> _only = Many(
        "--only",
        "Requirements to test, by id; * stands for any characters, ? for one. Repeatable. Default: all.",
        "ID-GLOB"
    );

    private readonly Option<string> _profile = new("--profile")
    {
        Description = "How many values and rounds to try: smoke, standard or nightly.",
        HelpName = "NAME",
        DefaultValueFactory = _ => Profile.Standard.Name,
    };

    private readonly Option<string?> _seed = new("--seed")
    {
        Description = "Seed of every random choice. Default: 1; in the nightly profile another one each time.",
        HelpName = "N",
    };

    private readonly Option<string?> _runId = new("--run-id")
    {
        Description =
            "Prefix of every name and token that the run makes: 6 lowercase letters or digits. Default: another one each time.",
        HelpName = "ID",
    };

    private readonly Option<string?> _parallel = new("--parallel")
    {
        Description = "Requirements tested at once. Default: the configuration's, then twice the number of processors.",
        HelpName = "N",
    };

    private readonly Option<string> _out = new("--out")
    {
        Description =
            "Directory of report.html, results.json, junit.xml and summary.md; a run that begins replaces earlier ones.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "reports/out",
    };

    private readonly Option<bool> _strict = new("--strict")
    {
        Description = "Count a failed should like a failed must.",
    };

    /// <summary>Adds the options that say how to run.</summary>
    public void AddTo(Command command) =>
        Add(command, _target, _config, _schemas, _profile, _seed, _runId, _parallel, _out, _strict);

    /// <summary>Adds the options that say whom to send requests to.</summary>
    public void AddTargetTo(Command command) => Add(command, _target, _config, _schemas, _seed, _runId);

    /// <summary>Adds the options that say which requirements to test.</summary>
    public void AddSelectionTo(Command command) => Add(command, _api, _operation, _only);

    /// <summary>Adds the options that decide what a run sends.</summary>
    public void AddChanceTo(Command command) => Add(command, _profile, _seed, _runId, _parallel);

    /// <summary>What was asked for.</summary>
    /// <exception cref="UsageException">A value can't be used.</exception>
    public RunRequest Read(ParseResult parsed, Terminal terminal)
    {
        var profile = ProfileOf(parsed.GetValue(_profile) ?? Profile.Standard.Name);
        return new RunRequest
        {
            Target = (parsed.GetValue(_target) ?? terminal.EnvironmentVariable("CONFORMANCE_TARGET"))
                is { Length: > 0 } target
                ? Url(target)
                : null,
            ConfigurationFile = parsed.GetValue(_config),
            Schemas = [.. parsed.GetValue(_schemas) ?? []],
            Selection = new Selection(
                [.. parsed.GetValue(_api) ?? []],
                [.. parsed.GetValue(_operation) ?? []],
                [.. parsed.GetValue(_only) ?? []]
            ),
            Profile = profile,
            Seed = SeedOf(parsed.GetValue(_seed), profile, terminal),
            RunId = RunIdOf(parsed.GetValue(_runId)) ?? terminal.NewRunId(),
            Parallel = Count("--parallel", parsed.GetValue(_parallel)),
            Out = parsed.GetValue(_out)!,
            IsStrict = parsed.GetValue(_strict),
        };
    }

    private static void Add(Command command, params ReadOnlySpan<Option> options)
    {
        foreach (var option in options)
            command.Options.Add(option);
    }

    private static Option<string[]> Many(string name, string description, string helpName) =>
        new(name)
        {
            Description = description,
            HelpName = helpName,
            Arity = ArgumentArity.OneOrMore,
        };

    internal static Uri Url(string text) =>
        TargetUrl.TryParse(text, out var url, out var problem) ? url : throw new UsageException(problem);

    internal static Profile ProfileOf(string name) =>
        Profile.Named(name)
        ?? throw new UsageException(
            $"unknown profile '{Shortened.OnALine(name)}'; expected smoke, standard or nightly"
        );

    private static long SeedOf(string? text, Profile profile, Terminal terminal)
    {
        if (text is null)
            return profile == Profile.Nightly ? terminal.NewSeed() : 1;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw new UsageException($"--seed takes a whole number, got '{Shortened.OnALine(text)}'");
    }

    private static string? RunIdOf(string? text) =>
        text is null || RunId().IsMatch(text)
            ? text
            : throw new UsageException(
                $"--run-id takes 6 lowercase letters or digits, got '{Shortened.OnALine(text)}'"
            );

    private static int? Count(string option, string? text)
    {
        if (text is null)
            return null;
        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is > 0 and <= 1024
            ? count
            : throw new UsageException(
                $"{option} takes a whole number from 1 to 1024, got '{Shortened.OnALine(text)}'"
            );
    }

    [GeneratedRegex(@"\A[a-z0-9]{6}\z")]
    private static partial Regex RunId();
}
