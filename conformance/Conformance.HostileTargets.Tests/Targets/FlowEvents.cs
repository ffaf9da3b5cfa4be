using System.Text;
using Conformance.HostileTargets.Tests.Judging;
using Conformance.HostileTargets.Tests.Serving;
using Conformance.Reference;
using Conformance.Reference.BedrockFlows;
using static Conformance.HostileTargets.Tests.ExpectedVerdict;

namespace Conformance.HostileTargets.Tests.Targets;

/// <summary>What the events of a stream hold.</summary>
internal static class FlowEvents
{
    private const string Any = "*";

    public static readonly ImmutableArray<HostileTarget> Rows =
    [
        Row(
            "NamesEventsHostile",
            "names undocumented events so that they act where they are shown",
            Conformant,
            Events.Before([
                .. Payloads
                    .All.Where(p => Encoding.UTF8.GetByteCount(p) < 60_000)
                    .Select(p => Events.Unknown(p, "{}"u8)),
            ])
        ),
        Row(
            "SendsEventsOfGarbage",
            "sends events whose payload is no JSON",
            Accused(Any),
            Events.Holding(_ => "\u0000\u0001garbage"u8.ToArray())
        ),
        Row(
            "SendsEventsNested100000Deep",
            "sends an undocumented event that nests 100,000 deep before the others",
            NotAccused,
            Events.Before(
                Events.Unknown(
                    "deep",
                    Encoding.ASCII.GetBytes($"{{\"x\":{new string('[', 100_000)}{new string(']', 100_000)}}}")
                )
            )
        ),
        Row(
            "SendsOutputsNested100000Deep",
            "sends an output that nests 100,000 deep before the right one",
            NotAccused,
            Events.Before(Events.Output($"{new string('[', 100_000)}{new string(']', 100_000)}"))
        ),
        Row(
            "SendsOutputsNested500Deep",
            "sends an output that nests 500 deep before the right one",
            Conformant,
            Events.Before(Events.Output($"{new string('[', 500)}{new string(']', 500)}"))
        ),
        Row(
            "SendsOutputsOfHugeNumbers",
            "sends outputs with 1e400, 5,000 digits and half a surrogate pair",
            Conformant,
            Events.Before(Events.Output("1e400"), Events.Output(new string('9', 5_000)), Events.Output("\"\\ud800\""))
        ),
        Row(
            "SendsOutputsOfBadUtf8",
            "sends an output that is no UTF-8",
            AccusedOrInconclusive(Any),
            Events.Before(
                Frame.Write(
                    Frame.Headers(FlowEvent.Completion("x") with { Name = "flowOutputEvent" }),
                    [
                        .. "{\"content\":{\"document\":\""u8,
                        0xff,
                        0xfe,
                        .. "\"},\"nodeName\":\"a\",\"nodeType\":\"FlowOutputNode\"}"u8,
                    ]
                )
            )
        ),
        Row(
            "SendsJsonOfGarbage",
            "sends a JSON stream that is none",
            Accused(Any),
            Events.AsJson(_ => Events.Parts(["{\"flowOutputEvent\": oops"u8.ToArray()]))
        ),
        Row(
            "SendsJsonNested100000Deep",
            "sends an undocumented JSON event that nests 100,000 deep before the others",
            NotAccused,
            Events.AsJson(right =>
                Events
                    .Parts([
                        Encoding.ASCII.GetBytes($"{{\"x\":{new string('[', 100_000)}{new string(']', 100_000)}}}\n"),
                    ])
                    .Concat(right)
            )
        ),
    ];

    private static HostileTarget Row(
        string name,
        string says,
        ExpectedVerdict expected,
        Func<ReferenceOptions, ReferenceOptions> change
    ) => new(name, "bedrock-flows", says, expected) { Change = change };
}
