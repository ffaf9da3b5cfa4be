using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Requests that say the same come over the connection in several ways, and one of these is not understood.</summary>
internal static class RequestFraming
{
    private const string TypeInLowercase = "\r\ncontent-type:";

    public static readonly ImmutableArray<Mutant> Rows =
    [
        Receives(
            "ReadsTheFirstPartOfABody",
            "reads a body once, and does without what has not come by then",
            request => request.Parts is [var first, _, ..] ? request with { Body = request.Body[..first] } : request
        ),
        Receives(
            "LosesBodiesThatItWasToExpect",
            "finds no body where the client asked whether it may send one",
            request => request.Headers.Expect.Count > 0 ? request with { Body = default } : request
        ),
        OnTheWire(
            "MissesContentTypeInLowercase",
            "does not find the content type under a name in lowercase",
            request =>
            {
                var at = request.IndexOf(TypeInLowercase, StringComparison.Ordinal);
                return at >= 0 && at < request.IndexOf("\r\n\r\n", StringComparison.Ordinal)
                    ? request.Remove(at, request.IndexOf('\r', at + 1) - at)
                    : request;
            }
        ),
    ];

    /// <summary>The body is taken off the connection in another way.</summary>
    private static Mutant Receives(string name, string says, Func<Incoming, Incoming> receive) =>
        Row(
                name,
                says,
                ["*/body/framings"],
                () => Twists.Correct with { ReadBody = request => Twists.Correct.ReadBody(receive(request)) }
            )
            // Large bodies come in parts, however they are sent.
            .AlsoBreaking(
                "*/body/*",
                "*/accepted",
                "*/robustness/*",
                "*/supporting/*",
                "*/idempotency/*",
                "*/not-found/*"
            );

    /// <summary>Something in front of the implementation hands it another request.</summary>
    public static Mutant OnTheWire(string name, string says, Func<string, string> change) =>
        (new Mutant(name, "nova-act", says) { Wire = () => pass => pass.PassOnAsync(change(pass.Request)) })
            .Breaking("*/body/framings")
            .AlsoBreaking("*/body/*", "*/accepted");
}
