using Conformance.Apis.Pennsieve;
using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Running;
using Conformance.Generators;
using Conformance.Reference;
using Conformance.Reference.Pennsieve;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.Tests.Pennsieve;

/// <summary>The kit against a target of Pennsieve, in the smoke profile: the behaviours of the register alone.</summary>
internal static class PennsieveRuns
{
    private const string Prefix = "pennsieve/CreateWorkflowRun/";
    private const string Secret = "reference-secret";

    public static readonly PlannedApi Planned = PlannedApi.Of(
        SchemaCatalog.Embedded().First(a => a.Name == "pennsieve"),
        PennsieveModule.Module
    );

    private static readonly ImmutableArray<string> Behaviours = [.. Planned.Api.Behaviours.Select(b => Prefix + b.Id)];

    /// <summary>What exists on the reference target.</summary>
    private static readonly Fixtures Fixtures = new(
        new Dictionary<string, string>
        {
            ["workflowInstanceId"] = $"\"{Offered.InstanceId}\"",
            ["workflowInstanceConfiguration"] = Offered.ConfigurationJson,
            ["dataSources"] = """{"source-1":{"path":"/in"},"source-2":{"path":"/more"}}""",
            ["dataTargets"] = """{"target-1":{"folder":"results"}}""",
            ["processorParams"] = """{"processor-1":{}}""",
            ["tags"] = """{"processor-1":"v2"}""",
            ["layers"] = """["layer-ready"]""",
            ["unreadyLayer"] = "\"layer-building\"",
            ["workflowDefinitionId"] = $"\"{Offered.DefinitionId}\"",
            ["failingRun"] = """{"processorParams":{"processor-1":{"outcome":"FAILED"}}}""",
            ["canceledRun"] = """{"processorParams":{"processor-1":{"outcome":"CANCELED"}}}""",
        }.ToImmutableDictionary(f => f.Key, f => JsonValue.Parse(f.Value))
    );

    /// <summary>As the configuration of the reference target says it.</summary>
    public static readonly ApiConfiguration Configuration = new()
    {
        Fixtures = Fixtures,
        Webhook = new WebhookConfiguration
        {
            Signature = new WebhookSignature("us-east-1", "lambda", new("KEY_ID", null), new("KEY", null)),
        },
    };

    /// <summary>The deadline for webhooks, where the configuration declares one.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);

    /// <summary>The same with the deadline declared.</summary>
    public static readonly ApiConfiguration WithDeadline = Configuration with
    {
        Webhook = Configuration.Webhook with { DeadlineSeconds = Deadline.TotalSeconds },
    };

    /// <summary>Judges the reference with some of its behaviour exchanged.</summary>
    public static Task<RunReport> Of(PennsieveBehaviour behaviour, params string[] ids) =>
        Of(new PennsieveOptions(), behaviour, c => c, ids);

    /// <summary>The same with other options, and another configuration.</summary>
    public static Task<RunReport> Of(
        PennsieveOptions setUp,
        PennsieveBehaviour behaviour,
        Func<ApiConfiguration, ApiConfiguration> change,
        params string[] ids
    ) => Of(setUp, behaviour, change(Configuration), options => options, ids);

    /// <summary>The same in another run.</summary>
    public static async Task<RunReport> Of(
        PennsieveOptions setUp,
        PennsieveBehaviour behaviour,
        ApiConfiguration configuration,
        Func<RunOptions, RunOptions> change,
        params string[] ids
    )
    {
        await using var server = await ReferenceServer.StartAsync(
            new ReferenceOptions { Pennsieve = behaviour, PennsieveOptions = setUp },
            TestContext.Current.CancellationToken
        );
        var options = change(Options(server.BaseAddress, configuration, ids));
        return await new Runner(options).Run([Planned], TestContext.Current.CancellationToken);
    }

    /// <summary>Judges another implementation, told what its configuration says.</summary>
    public static Task<RunReport> Of(Implementation implementation, params string[] ids) =>
        KitRuns.Of(implementation, options => options with { Selection = Selected(ids) });

    /// <summary>Judges whatever responds at this URL.</summary>
    public static Task<RunReport> Of(Uri target, ApiConfiguration configuration, params string[] ids) =>
        new Runner(Options(target, configuration, ids)).Run([Planned], TestContext.Current.CancellationToken);

    /// <summary>How the kit is run.</summary>
    public static RunOptions Options(Uri target, ApiConfiguration configuration, params string[] ids) =>
        new()
        {
            Target = target,
            Profile = Profile.Smoke,
            RunId = "e2ekit",
            EnvironmentVariable = name => name == "KEY_ID" ? "AKIDREFERENCE" : Secret,
            Selection = Selected(ids),
            Configuration = new RunConfiguration
            {
                Limits = KitRuns.Unhurried,
                Apis = RunConfiguration.NoApis.Add("pennsieve", configuration),
            },
        };

    /// <summary>These requirements; all behaviours where none is named.</summary>
    private static Selection Selected(string[] ids) =>
        Selection.All with
        {
            Ids = ids.Length == 0 ? Behaviours : [.. ids.Select(id => Prefix + id)],
        };

    /// <summary>The verdict on the behaviour of this id.</summary>
    public static Verdict On(this RunReport report, string behaviour) =>
        report.Verdicts.Single(v => v.Requirement.Id == Prefix + behaviour);

    /// <summary>The ids of the behaviours with this outcome.</summary>
    public static ImmutableArray<string> Ids(this RunReport report, Outcome outcome) =>
        [.. report.Verdicts.Where(v => v.Outcome == outcome).Select(v => v.Requirement.Id[Prefix.Length..])];

    /// <summary>What a failed test shows.</summary>
    public static string NotPassed(this RunReport report) =>
        string.Join(
            '\n',
            report
                .Verdicts.Where(v => v.Outcome != Outcome.Passed)
                .Select(v => $"{v.Outcome} {v.Requirement.Level} {v.Requirement.Id[Prefix.Length..]}: {v.Reason}")
                .Prepend(Conclusion.Of(report).Says)
        );
}
