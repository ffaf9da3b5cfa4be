using Conformance.Apis;
using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reference;
using Conformance.Reference.NovaAct;
using Conformance.Reports;
using Conformance.SelfTest;

namespace Conformance.Engine.Tests.Running;

/// <summary>The whole kit against a target: what a user of the command line gets, without the command line.</summary>
internal static class KitRuns
{
    /// <summary>Every API with its requirements; nothing changes it.</summary>
    public static readonly ImmutableArray<PlannedApi> Everything = Catalog.Load();

    // To read all patterns takes half a second.
    private static readonly ValueSource Values = new();

    /// <summary>How many requirements Nova Act has.</summary>
    public static int NovaActRequirements => Everything.First(p => p.Api.Name == "nova-act").Requirements.Length;

    /// <summary>What the reference target offers. Nothing in it hangs, so that no request is ever in a hurry.</summary>
    public static readonly RunConfiguration Reference = ReferenceConfiguration.Read(Everything) with
    {
        Limits = Unhurried,
    };

    /// <summary>Time enough for each response, whatever else the machine does.</summary>
    public static LimitsConfiguration Unhurried => new() { RequestTimeoutSeconds = Http.Requests.Guard.TotalSeconds };

    private const string RunId = "e2ekit";

    private static readonly Judge Judge = new(Everything, Values);

    private static readonly Lazy<Task<RunReport>> OfCorrect = new(() => Of(NovaActBehaviour.Correct));

    /// <summary>The right Nova Act, judged once for all who only read the report.</summary>
    public static Task<RunReport> OfTheRightNovaAct() => OfCorrect.Value;

    /// <summary>Judges whatever responds at this URL, in the smoke profile.</summary>
    public static Task<RunReport> Of(Uri target, Func<RunOptions, RunOptions>? change = null) =>
        Of(target, change, null, TestContext.Current.CancellationToken);

    /// <summary>The same, watched and cancellable.</summary>
    public static Task<RunReport> Of(
        Uri target,
        Func<RunOptions, RunOptions>? change,
        IProgress<RunEvent>? progress,
        CancellationToken cancel
    )
    {
        var options = new RunOptions
        {
            Target = target,
            Profile = Profile.Smoke,
            RunId = RunId,
            Values = Values,
            Configuration = Reference,
            EnvironmentVariable = ReferenceConfiguration.Variables(_ => null),
        };
        return new Runner(change?.Invoke(options) ?? options, progress).Run(Everything, cancel);
    }

    /// <summary>Judges the reference with some of its behaviour exchanged.</summary>
    public static async Task<RunReport> Of(
        NovaActBehaviour behaviour,
        Func<RunOptions, RunOptions>? change = null,
        IProgress<RunEvent>? progress = null
    )
    {
        await using var server = await ReferenceServer.StartAsync(
            new ReferenceOptions { NovaAct = behaviour },
            TestContext.Current.CancellationToken
        );
        return await OfNovaAct(server.BaseAddress, change, progress);
    }

    /// <summary>Judges another implementation, told what its configuration says.</summary>
    public static async Task<RunReport> Of(Implementation implementation, Func<RunOptions, RunOptions>? change = null)
    {
        var judgement = await Judge.Of(
            implementation,
            options =>
            {
                options = options with { RunId = RunId };
                return change?.Invoke(options) ?? options;
            },
            TestContext.Current.CancellationToken
        );
        return judgement.Report;
    }

    /// <summary>Judges Nova Act alone at this URL.</summary>
    public static Task<RunReport> OfNovaAct(
        Uri target,
        Func<RunOptions, RunOptions>? change = null,
        IProgress<RunEvent>? progress = null
    ) =>
        Of(
            target,
            options => change is null ? Alone(options) : change(Alone(options)),
            progress,
            TestContext.Current.CancellationToken
        );

    private static RunOptions Alone(RunOptions options) =>
        options with
        {
            Selection = Selection.All with { Apis = ["nova-act"] },
        };

    /// <summary>The configuration with one more name declared unsupported in this API.</summary>
    public static RunConfiguration WithUnsupported(
        this RunConfiguration configuration,
        string api,
        string unsupported
    ) =>
        configuration with
        {
            Apis = configuration.Apis.SetItem(
                api,
                configuration.For(api) with
                {
                    Unsupported = new UnsupportedOperations([.. configuration.For(api).Unsupported.Names, unsupported]),
                }
            ),
        };

    /// <summary>What the run's exit code would be.</summary>
    public static int ExitCode(this RunReport report) => Conclusion.Of(report).ExitCode;

    /// <summary>What the run's exit code would be with <c>--strict</c>.</summary>
    public static int StrictExitCode(this RunReport report) => (report with { IsStrict = true }).ExitCode();

    /// <summary>Why the requirement with this id has its outcome; empty where no reason is given.</summary>
    public static string ReasonOf(this RunReport report, string id) =>
        report.Verdicts.Single(v => v.Requirement.Id == id).Reason ?? "";

    /// <summary>The ids of the requirements with this outcome, without the name of the API.</summary>
    public static ImmutableArray<string> Ids(this RunReport report, Outcome outcome) =>
        [.. report.Verdicts.Where(v => v.Outcome == outcome).Select(v => ShortId(v.Requirement))];

    /// <summary>What a failed test shows: each failure, and why the rest is not passed, each reason once.</summary>
    public static string NotPassed(this RunReport report)
    {
        var open = report
            .Verdicts.Where(v => v.Outcome != Outcome.Passed)
            .OrderBy(v => v.Outcome)
            .DistinctBy(v => v.Outcome == Outcome.Failed ? v.Requirement.Id : v.Reason)
            .Select(v => $"{v.Outcome} {v.Requirement.Level} {ShortId(v.Requirement)}: {v.Reason}");
        return string.Join('\n', open.Prepend(Conclusion.Of(report).Says));
    }

    private static string ShortId(Requirement requirement) => requirement.Id[(requirement.Api.Length + 1)..];
}
