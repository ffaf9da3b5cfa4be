using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;
using Conformance.Reports;
using static Conformance.Suite.Tests.Scenarios.BedrockFlows.Twists;

namespace Conformance.Suite.Tests.Scenarios.BedrockFlows;

/// <summary>Implementations that are right in another way than the reference, and must not be accused.</summary>
public sealed class RightFlowsTests
{
    private const string NoCredentials = "authentication/missing-credentials";

    private static readonly ImmutableDictionary<string, BedrockFlowsBehaviour> Targets = new Dictionary<
        string,
        BedrockFlowsBehaviour
    >
    {
        ["answers a JSON array"] = Correct with { Encoding = EventEncoding.JsonArray },
        ["answers JSON lines"] = Correct with { Encoding = EventEncoding.JsonLines },
        ["answers one JSON object, as the document prints it"] = Correct with { Encoding = EventEncoding.JsonObject },
        ["sends octet by octet"] = Correct with { Deliver = OctetByOctet },
        ["adds traces, events that nobody knows and an initial response"] = Flowing(events =>
            events
                .Prepend(Event("flowTraceEvent", """{"trace":{"nodeInputTrace":{}}}"""))
                .Prepend(Event("somethingNew", "no JSON at all"))
                .Prepend(Event("initial-response", "{}"))
                .Append(Event("flowTraceEvent", """{"trace":{}}"""))
        ),
        ["puts out what its other nodes give"] = Flowing(events =>
            events.Prepend(Event("flowOutputEvent", Output("""{"document":{"a":1}}""")))
        ),
        ["puts out nothing but a document"] = Flowing(events => events),
        ["fails without saying more"] = Framing(e => Frame.Write(e.IsException ? e with { Payload = default } : e)),
        ["refuses in the stream"] = RefusingInTheStream(),
        ["names no error"] = Correct with { Finish = answer => answer.WithoutHeader("X-Amzn-Errortype") },
        ["says more of its content type"] = Correct with
        {
            Encoding = EventEncoding.JsonLines with { MediaType = "application/json; charset=utf-8" },
        },
        ["sends numbers as its own"] = Giving(node => node),
        ["takes nothing but texts"] = Taking(document => document.ValueKind == JsonValueKind.String),
        ["takes no empty documents"] = Taking(document => document.GetRawText() is not ("\"\"" or "[]" or "{}")),
        ["takes no large documents"] = Taking(document => document.GetRawText().Length < 60_000),
        ["hides what it does not allow"] = Correct with
        {
            Refuse = refusal =>
                RestJsonErrors.Write(refusal.Status == 404 ? FlowError.AccessDenied.AsRefusal() : refusal),
        },
    }.ToImmutableDictionary();

    private static readonly ImmutableHashSet<string> MayBeSkipped =
    [
        "stream/frames",
        "not-found/unknown-flow",
        "not-found/unknown-alias",
        "failure/resourceNotFoundException",
        "stream/first-event-time",
        "stream/exception-messages",
    ];

    public static TheoryData<string> Names { get; } = [.. Targets.Keys.Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ATargetIsNotAccusedThat(string says)
    {
        var report = await Judged.Of(
            Targets[says],
            Lie.AllAboutFlows,
            says.StartsWith("hides", StringComparison.Ordinal) ? WithoutNotFound : null
        );
        Assert.True(
            report.Verdicts.All(v =>
                v.Outcome == Outcome.Passed
                || (
                    v.Outcome == Outcome.Skipped
                    && MayBeSkipped.Contains(v.Requirement.Id["bedrock-flows/InvokeFlow/".Length..])
                )
            ),
            report.Shown()
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EverythingIsProvedOnTheReference(bool failsInTheStream)
    {
        var failures = Judged.Failures(f => failsInTheStream ? f.WithinStream : f.BeforeStream);
        var report = await Judged.Of(Correct, ["*"], Judged.Fixtures.SetItem("failures", failures));
        Assert.True(report.Ids(Outcome.Failed).IsEmpty && report.Ids(Outcome.Errored).IsEmpty, report.Shown());
        string[] unseen = failsInTheStream ? [] : ["stream/exception-messages"];
        Assert.Equal([NoCredentials, .. unseen], report.Ids(Outcome.Skipped));
    }

    [Fact]
    public async Task EverythingIsProvedOnATargetThatRefusesInTheStream()
    {
        var report = await Judged.Of(RefusingInTheStream(), ["*"]);
        Assert.True(report.Ids(Outcome.Failed).IsEmpty && report.Ids(Outcome.Errored).IsEmpty, report.Shown());
    }

    private static readonly ImmutableDictionary<string, Conformance.Generators.JsonValue> WithoutNotFound =
        Judged.Fixtures.SetItem("failures", Judged.Fixtures["failures"].Without("resourceNotFoundException"));

    private static string Output(string content) =>
        $$"""{"content":{{content}},"nodeName":"Other","nodeType":"FlowOutputNode"}""";

    private static BedrockFlowsBehaviour Taking(Func<JsonElement, bool> takes) =>
        RefusingDocuments(document => document.ValueKind != JsonValueKind.Undefined && !takes(document));

    private static IAsyncEnumerable<ReadOnlyMemory<byte>> OctetByOctet(IAsyncEnumerable<ReadOnlyMemory<byte>> parts) =>
        parts.SelectMany(part =>
            part.Length > 10_000 ? [part] : Enumerable.Range(0, part.Length).Select(n => part.Slice(n, 1))
        );
}
