using System.CommandLine;
using Conformance.Engine.Testing;
using Conformance.Reports.SelfTest;
using Conformance.Reports.Text;
using Conformance.SelfTest;

namespace Conformance.Cli.SelfTest;

/// <summary>The options of the self-test, as the command line has them.</summary>
/// <param name="files">What is written.</param>
internal sealed class SelfTestArguments(SelfTestFiles files)
{
    private const int MostSeeds = 1000;

    private readonly Option<string> _profile = new("--profile")
    {
        Description = "How much each run spends: smoke, standard or nightly.",
        HelpName = "NAME",
        DefaultValueFactory = _ => Profile.Smoke.Name,
    };

    private readonly Option<long> _seed = new("--seed")
    {
        Description = "Seed of the first run against each implementation.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<int> _seeds = new("--seeds")
    {
        Description = "Runs against each implementation, each with the next seed.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string[]> _api = new("--api")
    {
        Description = "Only implementations of this API, such as nova-act. Repeatable.",
        HelpName = "NAME",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _only = new("--only")
    {
        Description = "Only implementations with these names; * stands for any characters, ? for one. Repeatable.",
        HelpName = "NAME-GLOB",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _without = new("--without")
    {
        Description = "Leave these requirements out, by id, to see what survives without them. Repeatable.",
        HelpName = "ID-GLOB",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _untilKilled = new("--until-killed")
    {
        Description =
            "End each run once all that the mutant breaks was noticed: quicker, but blind to false accusations after that.",
    };

    private readonly Option<int> _parallel = new("--parallel")
    {
        Description = "Implementations judged at once.",
        HelpName = "N",
        DefaultValueFactory = _ => new SelfTestRequest().Parallel,
    };

    private readonly Option<string> _out = new("--out")
    {
        Description = $"Directory of {files.Html} and {files.Json}; a self-test that begins removes earlier ones.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "reports/out",
    };

    private readonly Option<string?> _figures = new("--figures")
    {
        Description = "Also write the figures into this document, between its marks for the profile.",
        HelpName = "FILE",
    };

    /// <summary>Adds the options.</summary>
    public void AddTo(Command command)
    {
        foreach (
            var option in (Option[])
                [_profile, _seed, _seeds, _api, _only, _without, _untilKilled, _parallel, _out, _figures]
        )
            command.Options.Add(option);
    }

    /// <summary>What was asked for.</summary>
    /// <exception cref="UsageException">A value can't be used.</exception>
    public SelfTestRequest Read(ParseResult parsed)
    {
        var name = parsed.GetValue(_profile)!;
        var (first, count) = (parsed.GetValue(_seed), parsed.GetValue(_seeds));
        if (count is < 1 or > MostSeeds)
            throw new UsageException($"--seeds takes a number from 1 to {MostSeeds}, got {count}");
        if (parsed.GetValue(_parallel) is < 1 or > 1024)
            throw new UsageException("--parallel takes a whole number from 1 to 1024");
        var request = new SelfTestRequest
        {
            Profile =
                Profile.Named(name)
                ?? throw new UsageException(
                    $"unknown profile '{Shortened.OnALine(name)}'; expected smoke, standard or nightly"
                ),
            Seeds = [.. Enumerable.Range(0, count).Select(n => first + n)],
            Apis = [.. parsed.GetValue(_api) ?? []],
            Only = [.. parsed.GetValue(_only) ?? []],
            Without = [.. parsed.GetValue(_without) ?? []],
            IsUntilKilled = parsed.GetValue(_untilKilled),
            Parallel = parsed.GetValue(_parallel),
        };
        return request with { Command = SelfTestCommandText.Of(request) };
    }

    /// <summary>The directory of the files.</summary>
    public string OutOf(ParseResult parsed) => parsed.GetValue(_out)!;

    /// <summary>The document to write figures into, or null.</summary>
    /// <exception cref="UsageException">The file has no place for figures, or the request is not whole.</exception>
    public string? FiguresOf(ParseResult parsed, SelfTestRequest request)
    {
        if (parsed.GetValue(_figures) is not { } file)
            return null;
        if (request.IsPartial || !request.Apis.IsEmpty)
            throw new UsageException("--figures is for a whole self-test; leave out --api, --only and --without");
        return FiguresDocument.Checked(
            file,
            request.Profile.Name,
            SelfTestGuide.SurvivorsBlock,
            SelfTestGuide.UnfailableBlock
        );
    }
}
