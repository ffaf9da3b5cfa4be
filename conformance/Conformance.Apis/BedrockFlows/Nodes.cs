using System.Text.Json;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Exchanges.Streams;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.BedrockFlows;

/// <summary>Nodes of a flow that take no input, and outputs that they don't have.</summary>
internal static class Nodes
{
    private const string NodeName = "inputs[].nodeName";
    private const string InputNode = "FlowInputNode";
    private const int NearMissesPerRound = 2;

    /// <summary>A node that the known flow does not have, or that takes no input.</summary>
    public static async Task<Finding> UnknownIsRejected(TestSession test)
    {
        var member = test.MemberOf(NodeName);
        var shown = await Shown(test);
        test.BeginCase();
        var finding = await new RejectionCheck(
            () => test.Valid(test.Operation),
            [
                .. Enumerable
                    .Range(1, test.Session.Profile.Rounds)
                    .Select(n => Of(member, $"unknown-{n}", "that the flow does not have", Name(test, "NoSuchNode"))),
                .. NearMisses
                    .OfNode(test, member, shown)
                    .Take(NearMissesPerRound * test.Session.Profile.Rounds)
                    .Select((miss, n) => Of(member, $"near-{n + 1}", miss.Says, miss.Values[0])),
            ],
            Expectation.AnyClientError
        ).Run(test);
        return finding.Outcome == Outcome.Passed
            ? finding with
            {
                Observations = [.. finding.Observations, .. await InOtherCase(test, member)],
            }
            : finding;
    }

    /// <summary>An output that the input node does not have.</summary>
    public static async Task<Finding> UnknownOutputIsObserved(TestSession test)
    {
        await test.Arrange(test.Valid(test.Operation), "a valid request");
        var output = test.MemberOf("inputs[].nodeOutputName");
        var request = test.Valid(test.Operation).With(output, new JsonText(Name(test, "noSuchOutput")));
        var exchange = await test.Send(request, "an output that the input node does not have");
        return Finding.Observed(test.Observe("", "an output that the input node does not have", exchange.InWords()));
    }

    private static Case Of(Member member, string label, string says, string name) =>
        new(label, $"an input for a node {says}", request => request.With(member, new JsonText(name)));

    /// <summary>The nodes that the flow's own outputs name, but for those that take input.</summary>
    private static async Task<ImmutableArray<string>> Shown(TestSession test)
    {
        var response = await Invocation.Arrange(test, test.Valid(test.Operation), "a valid request");
        return
        [
            .. Invocation
                .KindsOf(test)
                .Of(EventRole.Output, response.Stream)
                .Select(output => output.Payload)
                .OfType<JsonElement>()
                .Where(output => TextOf(output, "nodeType") is { } type && type != InputNode)
                .Select(output => TextOf(output, "nodeName"))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Take(2),
        ];
    }

    private static string? TextOf(JsonElement output, string member) =>
        output.ValueKind == JsonValueKind.Object
        && ExchangeReading.Member(output, member) is { ValueKind: JsonValueKind.String } value
        && ReceivedJson.TryText(value, out var text)
            ? text
            : null;

    /// <summary>No document says whether case matters in names of nodes.</summary>
    private static async Task<ImmutableArray<Observation>> InOtherCase(TestSession test, Member member)
    {
        if (test.Session.Profile.Rounds == 1 || NearMisses.InOtherCase(test, member) is not { } other)
            return [];
        test.BeginCase();
        const string Says = "an input for the input node in the other case";
        var exchange = await test.Send(test.Valid(test.Operation).With(member, new JsonText(other)), Says);
        return [test.Observe("other-case", Says, exchange.InWords())];
    }

    private static string Name(TestSession test, string stem) => $"{stem}{test.NextDraw().Seed:x16}";
}
