using Conformance.Apis.BedrockFlows;
using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Planning.Promotion;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Running;
using Conformance.Generators;
using Conformance.Reference;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Mutants;
using Conformance.Reference.Variants;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.Tests.BedrockFlows;

/// <summary>The behaviours of InvokeFlow, judged on the reference with some of its steps exchanged.</summary>
internal static class FlowRuns
{
    private const string ApiName = "bedrock-flows";

    // To read all patterns takes half a second.
    private static readonly ValueSource Values = new();

    private static readonly ImmutableArray<PlannedApi> Planned =
    [
        PlannedApi.Of(SchemaCatalog.Embedded().First(a => a.Name == ApiName), BedrockFlowsModule.Module),
    ];

    /// <summary>The API as its schema has it.</summary>
    public static Api Api => Planned[0].Api;

    /// <summary>What the reference offers.</summary>
    public static readonly ImmutableDictionary<string, JsonValue> Fixtures = new Dictionary<string, JsonValue>
    {
        ["flowIdentifier"] = new JsonText(Offer.EchoFlow),
        ["flowAliasIdentifier"] = new JsonText(Offer.TestAlias),
        ["inputs[].nodeName"] = new JsonText(Offer.InputNode),
        ["inputs[].nodeOutputName"] = new JsonText(Offer.InputNodeOutput),
        ["inputs[].content.document"] = new JsonText("a document"),
        ["flowArn"] = new JsonText($"arn:aws:bedrock:us-east-1:000000000000:flow/{Offer.EchoFlow}"),
        ["flowAliasArn"] = new JsonText(
            $"arn:aws:bedrock:us-east-1:000000000000:flow/{Offer.EchoFlow}/alias/{Offer.Alias}"
        ),
        ["echo"] = JsonObject.Empty,
        ["failures"] = Failures(f => f.BeforeStream),
    }.ToImmutableDictionary();

    /// <summary>The flows that fail, those that fail before the stream or within it.</summary>
    public static JsonObject Failures(Func<FailingFlows, string> which) =>
        new([
            .. Offer.Failing.Select(f => new JsonProperty(
                f.Error.EventName,
                new JsonObject([new JsonProperty("flowIdentifier", new JsonText(which(f)))])
            )),
        ]);

    /// <summary>The behaviour of the mutant or variant of this name.</summary>
    public static BedrockFlowsBehaviour Named(string name) =>
        AllMutants
            .List.Concat<Implementation>(AllVariants.List)
            .Single(i => i.Name == name)
            .Change(new ReferenceOptions())
            .BedrockFlows;

    /// <summary>Judges the selected requirements (globs over what follows <c>InvokeFlow/</c>).</summary>
    public static async Task<RunReport> Of(
        BedrockFlowsBehaviour behaviour,
        ImmutableArray<string> globs,
        ImmutableDictionary<string, JsonValue>? fixtures = null,
        PromotedFile? promoted = null,
        Func<RunOptions, RunOptions>? change = null
    )
    {
        await using var server = await ReferenceServer.StartAsync(
            new ReferenceOptions { BedrockFlows = behaviour },
            TestContext.Current.CancellationToken
        );
        var options = new RunOptions
        {
            Target = server.BaseAddress,
            Profile = Profile.Smoke,
            RunId = "flows",
            Values = Values,
            EnvironmentVariable = _ => null,
            Promoted = promoted ?? PromotedFile.None,
            Selection = new Selection([], [], [.. globs.Select(glob => $"{ApiName}/InvokeFlow/{glob}")]),
            Configuration = new RunConfiguration
            {
                Limits = KitRuns.Unhurried,
                Apis = RunConfiguration.NoApis.Add(
                    ApiName,
                    new ApiConfiguration { Fixtures = new Fixtures(fixtures ?? Fixtures) }
                ),
            },
        };
        return await new Runner(change?.Invoke(options) ?? options).Run(Planned, TestContext.Current.CancellationToken);
    }

    /// <summary>The one verdict on this behaviour.</summary>
    public static async Task<Verdict> Verdict(
        BedrockFlowsBehaviour behaviour,
        string id,
        ImmutableDictionary<string, JsonValue>? fixtures = null
    ) => Assert.Single((await Of(behaviour, [id], fixtures)).Verdicts);

    /// <summary>What follows <c>InvokeFlow/</c> in the ids of the requirements with this outcome.</summary>
    public static ImmutableArray<string> Ids(this RunReport report, Outcome outcome) =>
        [
            .. report
                .Verdicts.Where(v => v.Outcome == outcome)
                .Select(v => v.Requirement.Id[$"{ApiName}/InvokeFlow/".Length..]),
        ];

    /// <summary>What a failed test shows.</summary>
    public static string Shown(this RunReport report) =>
        string.Join(
            '\n',
            report
                .Verdicts.Where(v => v.Outcome != Outcome.Passed)
                .Select(v => $"{v.Outcome} {v.Requirement.Level} {v.Requirement.Id}: {v.Reason}")
                .Prepend(Conclusion.Of(report).Says)
        );
}
