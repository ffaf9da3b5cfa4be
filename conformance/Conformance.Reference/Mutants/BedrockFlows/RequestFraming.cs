using Conformance.Reference.Http;
using Conformance.Reference.Wire;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Requests that are understood in the framing alone in which most clients send them.</summary>
internal static class RequestFraming
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        ReadsLess(
                "ReadsTheFirstPartOfBodies",
                "takes what has come of a body when it first looks for the whole of it",
                request => request.Parts is [var first, _, ..] ? request with { Body = request.Body[..first] } : request
            )
            // Large bodies come in parts by themselves.
            .AlsoBreaking("document/*", "body/*"),
        ReadsLess(
            "ReadsNoBodiesInChunks",
            "reads as much as Content-Length says, and so nothing of a body in chunks",
            request => request.Headers.TransferEncoding.Count > 0 ? request with { Body = default } : request
        ),
        OnTheWire(
                "KnowsNoContentTypeInCapitals",
                "does not know the header CONTENT-TYPE when its name comes in capitals",
                ["body/framings"],
                pass => pass.PassOnAsync(WithoutCapitals(pass))
            )
            .AlsoBreaking("body/*"),
    ];

    /// <summary>Some bodies are read in part.</summary>
    private static Mutant ReadsLess(string name, string says, Func<Incoming, Incoming> read) =>
        Row(
            name,
            says,
            ["body/framings"],
            () => Correct with { ReadBody = request => Correct.ReadBody(read(request)) }
        );

    private static string WithoutCapitals(Pass pass)
    {
        var head = pass.Request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return pass.Request[..head].Replace("\r\nCONTENT-TYPE:", "\r\nX-UNKNOWN:", StringComparison.Ordinal)
            + pass.Request[head..];
    }
}
