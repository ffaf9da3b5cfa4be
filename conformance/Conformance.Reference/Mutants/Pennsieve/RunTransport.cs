using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Requests that are read too early or in one order alone, and runs that are written in another encoding.</summary>
internal static class RunTransport
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
            "ReadsNothingOfWhoAsksBeforeTheBody",
            "takes the body for empty where a client asks whether to send it",
            ["body/framings"],
            () => Bodies(request => request.Headers.Expect.Count > 0 ? request with { Body = default } : request)
        ),
        Row(
                "WritesRunsThatAreReadInLatin1",
                "writes runs that are read in Latin-1",
                ["robustness/well-formed-json"],
                () =>
                    Correct with
                    {
                        Finish = (operation, response) =>
                            operation == PennsieveOperation.GetWorkflowRun
                                ? response with
                                {
                                    Body = Encoding.Latin1.GetBytes(Unescaped(response.Body.Span)),
                                }
                                : response,
                    }
            )
            .AlsoBreaking("label/*", "webhook/*"),
        // As readers do that need to know what to make before they read on.
        Row(
                "KnowsTheModeByTheFirstMemberAlone",
                "knows the mode of a run by the first member of its body alone",
                ["request/pairs-of-members/accepted"],
                () =>
                    Correct with
                    {
                        ReadBody = request =>
                            Correct.ReadBody(request) is { Rejection: null } body && !BeginsWithMode(body.Object)
                                ? body with
                                {
                                    Object = body.Object.WithTexts(members => members.Where(m => !IsMode(m))),
                                }
                                : Correct.ReadBody(request),
                    }
            )
            .AlsoBreaking("*"),
    ];

    /// <summary>The same JSON with its letters as they are: an escape is the same in all encodings.</summary>
    private static string Unescaped(ReadOnlySpan<byte> json) =>
        JsonNode.Parse(json)!.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static bool BeginsWithMode(JsonElement body) => body.Texts().Take(1).Any(IsMode);

    private static bool IsMode(string member) => member.StartsWith("\"workflowInstance", StringComparison.Ordinal);
}
