using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Right nearly always.</summary>
internal static class RareFlows
{
    private const int Chances = 20;

    public static readonly ImmutableArray<Mutant> Rows =
    [
        Replaces("NeverCompletesOnceIn20", "does not complete", ["stream/one-completion"], Completion, _ => []),
        Replaces("CompletesTwiceOnceIn20", "completes twice", ["stream/one-completion"], Completion, e => [e, e]),
        Replaces("SendsNoOutputOnceIn20", "sends no output", ["stream/outputs"], Output, _ => []),
        OnceIn20(
            "FlipsBitOnceIn20",
            "flips a bit in a message",
            ["stream/frames"],
            comes => Messages(f => f[^6] ^= (byte)(comes() ? 1 : 0))
        ),
        OnceIn20(
            "CutsStreamOnceIn20",
            "leaves out the last byte of a stream",
            ["stream/not-truncated"],
            comes => Correct with { Deliver = parts => comes() ? Shortened(parts, last => last.Length - 1) : parts }
        ),
        Replaces(
            "OmitsNodeTypeOnceIn20",
            "leaves out nodeType",
            ["stream/documented-events", "response/flowOutputEvent.nodeType/required"],
            Output,
            e => [e.Rewritten(members => members.Remove("nodeType"))]
        ),
        ChangesResponse(
            "SaysNoTypeOnceIn20",
            "gives a stream no content type",
            "stream/content-type",
            IsStream,
            a => a.WithoutHeader("Content-Type")
        ),
        ChangesResponse(
            "RespondsWithCreatedOnceIn20",
            "responds with 201",
            "response/status-code",
            IsStream,
            a => a with { Status = 201 }
        ),
        ChangesResponse(
            "GivesNoRequestIdOnceIn20",
            "gives no request id",
            "robustness/request-id",
            _ => true,
            a => a.WithoutHeader("x-amzn-RequestId")
        ),
        ChangesResponse(
            "TellsTraceOnceIn20Errors",
            "tells a stack trace in an error",
            "robustness/no-stack-trace",
            a => !IsStream(a),
            a => a with { Body = "{\"message\":\"\\tat com.example.Flows.invoke(Flows.java:42)\"}"u8.ToArray() }
        ),
    ];

    /// <summary>What goes well goes wrong once in twenty.</summary>
    /// <param name="behaviour">Makes the behaviour of what takes one chance, and tells whether it goes wrong.</param>
    private static Mutant OnceIn20(
        string name,
        string says,
        ImmutableArray<string> breaks,
        Func<Func<bool>, BedrockFlowsBehaviour> behaviour
    ) =>
        Row(name, $"{says} once in {Chances}", breaks, () => behaviour(new EveryNth(Chances).Comes))
            // What shows rarely shows wherever it likes.
            .AlsoBreaking("document/*", "concurrency/own-responses", "identifiers/by-arn")
            .ShowingOnceIn(Chances);

    /// <summary>One kind of event is replaced.</summary>
    private static Mutant Replaces(
        string name,
        string says,
        ImmutableArray<string> breaks,
        string kind,
        Func<FlowEvent, FlowEvent[]> replace
    ) => OnceIn20(name, says, breaks, comes => EachEvent(e => e.Name == kind && comes() ? replace(e) : [e]));

    /// <summary>A response is changed.</summary>
    private static Mutant ChangesResponse(
        string name,
        string says,
        string breaks,
        Func<Response, bool> isChance,
        Func<Response, Response> change
    ) =>
        OnceIn20(
            name,
            says,
            [breaks],
            comes =>
                Correct with
                {
                    Stamp = (response, id) =>
                        Correct.Stamp(response, id) is var right && isChance(response) && comes()
                            ? change(right)
                            : right,
                }
        );

    private static bool IsStream(Response response) => response.Chunks is not null;
}
