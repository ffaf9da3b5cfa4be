using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Reference.Http;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Messages that are right, but framed or written in another way than most.</summary>
internal static class RunFramings
{
    private const string Break = "\r\n";
    private const string EndOfHead = "\r\n\r\n";
    private const string ContentType = "\r\nContent-Type:";

    private static readonly JsonSerializerOptions AsItIs = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static readonly ImmutableArray<Mutant> Rows =
    [
        Receives("ReadsTheFirstChunkAlone", "takes the first chunk of a body for the whole body", FirstChunk),
        Receives(
            "KnowsHeadersInTheirUsualCaseAlone",
            "knows the header Content-Type by that spelling alone",
            request => request.Contains(ContentType, StringComparison.Ordinal) ? request : WithoutContentType(request)
        ),
        Row(
                "CountsResponsesInCharacters",
                "counts the length of its responses in characters",
                ["robustness/well-formed-json"],
                () => Accepted(InCharacters)
            )
            .AlsoBreaking("label/*", "name/*", "request/*", "response/*", "body/*"),
        Row(
                "CountsWebhooksInCharacters",
                "counts the length of its webhooks in characters",
                ["webhook/context-unchanged"],
                () =>
                    Correct with
                    {
                        FinishWebhook = webhook =>
                            webhook with
                            {
                                Body = webhook.Body[..Encoding.UTF8.GetCharCount(webhook.Body.Span)],
                            },
                    }
            )
            .AlsoBreaking("webhook/*", "concurrency/*"),
    ];

    /// <summary>Another request arrives than was sent.</summary>
    private static Mutant Receives(string name, string says, Func<string, string> change) =>
        Row(name, says, ["body/framings"], () => Correct) with
        {
            Wire = () => pass => pass.PassOnAsync(change(pass.Request)),
        };

    private static string FirstChunk(string request)
    {
        var body = request.IndexOf(EndOfHead, StringComparison.Ordinal) + EndOfHead.Length;
        if (!request.AsSpan(0, body).Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase))
            return request;
        var start = request.IndexOf(Break, body, StringComparison.Ordinal) + Break.Length;
        var length = Convert.ToInt32(request[body..(start - Break.Length)].Split(';')[0].Trim(), 16);
        return length == 0 ? request : $"{request[..(start + length)]}{Break}0{EndOfHead}";
    }

    private static string WithoutContentType(string request)
    {
        var start = request.IndexOf(ContentType, StringComparison.OrdinalIgnoreCase);
        return start < 0 || start > request.IndexOf(EndOfHead, StringComparison.Ordinal)
            ? request
            : request.Remove(start, request.IndexOf(Break, start + Break.Length, StringComparison.Ordinal) - start);
    }

    private static Response InCharacters(Response response)
    {
        var text = JsonSerializer.Serialize(JsonElement.Parse(response.Body.Span), AsItIs);
        return text.All(char.IsAscii)
            ? response
            : response with
            {
                Body = Encoding.UTF8.GetBytes(text).AsMemory()[..text.Length],
            };
    }
}
