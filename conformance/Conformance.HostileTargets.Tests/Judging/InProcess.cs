using Conformance.Apis;
using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.HostileTargets.Tests.Serving;
using Conformance.Reports;
using Conformance.Reports.Formats;
using Conformance.SelfTest;

namespace Conformance.HostileTargets.Tests.Judging;

/// <summary>Runs the kit against a hostile target, in this process and with a few requirements of each kind.</summary>
internal static class InProcess
{
    private static readonly ImmutableArray<PlannedApi> Everything = Catalog.Load();

    // To read all patterns takes half a second.
    private static readonly ValueSource Values = new();

    private static readonly ImmutableDictionary<string, ImmutableArray<string>> Few = new Dictionary<
        string,
        ImmutableArray<string>
    >
    {
        ["nova-act"] =
        [
            "*/request/*",
            "*/response/*",
            "*/robustness/*",
            "CreateWorkflowDefinition/error/ValidationException/*",
            "CreateWorkflowDefinition/name/maxLength/*",
            "CreateWorkflowDefinition/uniqueness/duplicate-name",
            "CreateWorkflowRun/body/malformed-json",
        ],
        ["bedrock-flows"] =
        [
            "*/request/*",
            "*/response/*",
            "*/robustness/*",
            "*/stream/*",
            "InvokeFlow/body/malformed-json",
        ],
        ["pennsieve"] =
        [
            "*/request/*",
            "*/response/*",
            "*/robustness/*",
            "CreateWorkflowRun/modes/*",
            "CreateWorkflowRun/webhook/one-at-the-end",
            "CreateWorkflowRun/webhook/status",
        ],
    }.ToImmutableDictionary();

    /// <summary>Runs to the end and writes the report's files.</summary>
    /// <param name="target">Started for this run alone.</param>
    /// <param name="folder">Where the files go.</param>
    /// <param name="cancel">Ends the run, whose report then says that it was interrupted.</param>
    public static async Task<Trial> Run(HostileTarget target, string folder, CancellationToken cancel)
    {
        await using var running = await RunningTarget.StartAsync(target, cancel);
        var report = await new Runner(Options(target, running.BaseAddress)).Run(Everything, cancel);
        await ReportFiles.WriteAll(report, folder, CancellationToken.None);
        var file = Path.Combine(folder, ReportFiles.Results);
        return new Trial(await ResultsJson.ReadFile(file, CancellationToken.None), folder);
    }

    /// <summary>What the reference offers, and what the target asks for beside it.</summary>
    public static string ConfigurationOf(HostileTarget target) =>
        $"{ReferenceConfiguration.Text()}\n{target.Configuration}\n";

    private static RunOptions Options(HostileTarget target, Uri address) =>
        new()
        {
            Target = address,
            Configuration = ConfigurationFile.Parse(ConfigurationOf(target), target.Name, Everything) with
            {
                Limits = new() { RequestTimeoutSeconds = target.RequestTimeoutSeconds },
            },
            Selection = new Selection([target.Api], [], [.. Selected(target).Select(id => $"{target.Api}/{id}")]),
            Profile = Profile.Smoke,
            RunId = "host01",
            Values = Values,
            Parallelism = 4,
            ReportsCoverage = false,
            EnvironmentVariable = ReferenceConfiguration.Variables(_ => null),
            Time = target.ClockSpeed == 1 ? TimeProvider.System : new FastClock(target.ClockSpeed),
        };

    private static ImmutableArray<string> Selected(HostileTarget target) =>
        target.Only.IsEmpty ? Few[target.Api] : target.Only;
}
