using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Responses whose bytes are wrong where they hold certain texts, or many of them.</summary>
internal static class ResponseTexts
{
    private const string MessageBegins = "{\"message\":\"";

    public static readonly ImmutableArray<Mutant> Rows =
    [
        ShowsDefinitions(
            "CountsCharactersOfDefinitions",
            "gives the number of characters as length of a definition's bytes",
            text => Encoding.UTF8.GetBytes(text).AsMemory(0, text.Length)
        ),
        Row(
                "QuotesLogGroupsWithoutEscapes",
                "quotes log groups in its errors as they are, with quotation marks and backslashes in them",
                ["CreateWorkflowRun/robustness/well-formed-json"],
                () => Twists.Responding(CreateRun, Quoting)
            )
            .AlsoBreaking("CreateWorkflowRun/error/ValidationException/*"),
        Row(
                "CutsResponsesBehind4096Bytes",
                "cuts its responses after 4096 bytes",
                ["CreateWorkflowDefinition/robustness/well-formed-json"],
                () =>
                    Twists.Correct with
                    {
                        Finish = (_, response) =>
                            response.Body.Length > 4096 ? response with { Body = response.Body[..4096] } : response,
                    }
            )
            .AlsoBreaking("*/supporting/*", "*/robustness/*", "*/concurrency/*"),
        ErrorMutant.ChangesErrors(
            "GivesAMessageOfTheFirstFaultAlone",
            "gives a message of the first field at fault, and of no other",
            response => response.Rewritten(WithOneMessage),
            "CreateWorkflowRun/error/ValidationException/fieldList[].message/required"
        ),
        Row(
                "GivesNoMessageForSpentTokens",
                "gives no message where the token of a definition is spent on another one",
                ["CreateWorkflowDefinition/error/ConflictException/message/required"],
                () =>
                    Twists.Finishing(
                        CreateDefinition,
                        response =>
                            FakeResponses.Says(response, "clientToken that is fresh")
                                ? response.Rewritten(error => error.Remove("message"))
                                : response
                    )
            )
            .AlsoBreaking("CreateWorkflowDefinition/error/ConflictException/*"),
    ];

    /// <summary>Definitions are written with all their characters as they are, and then into other bytes.</summary>
    public static Mutant ShowsDefinitions(string name, string says, Func<string, ReadOnlyMemory<byte>> write) =>
        Row(
                name,
                says,
                ["CreateWorkflowDefinition/robustness/well-formed-json"],
                () =>
                    Twists.Finishing(
                        NovaActOperation.GetWorkflowDefinition,
                        response =>
                            response.Status == 200 ? response with { Body = write(Unescaped(response)) } : response
                    )
            )
            .AlsoBreaking(
                "CreateWorkflowDefinition/supporting/*",
                "CreateWorkflowDefinition/robustness/*",
                "CreateWorkflowDefinition/concurrency/*"
            );

    private static string Unescaped(Response response) =>
        JsonNode
            .Parse(response.Body.Span)!
            .ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The error is put together from pieces of text.</summary>
    private static Response Quoting(NovaActCall call, Response response)
    {
        var isAboutIt = response.Status == 400 && FakeResponses.Says(response, "\"logGroupName\"");
        if (!isAboutIt || call.Text("logGroupName") is not { } quoted)
            return response;
        var rest = Encoding.UTF8.GetString(response.Body.Span)[MessageBegins.Length..];
        return response with { Body = Encoding.UTF8.GetBytes($"{MessageBegins}'{quoted}' is no log group: {rest}") };
    }

    private static void WithOneMessage(JsonObject error)
    {
        if (error["fieldList"] is JsonArray faults)
            foreach (var fault in faults.Skip(1))
                fault!.AsObject().Remove("message");
    }
}
