using System.Text;
using System.Text.Json.Nodes;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Errors that are told in the wrong form.</summary>
internal static class FlowErrorForms
{
    private const string NameHeader = "X-Amzn-ErrorType";

    private const string JavaTrace =
        "java.lang.IllegalStateException: no flow\n\tat com.example.Flows.invoke(Flows.java:42)\n";

    private const string DotNetTrace =
        "System.InvalidOperationException: no flow\r\n   at Flows.Invoke(String id) in /src/Flows.cs:line 7";

    public static readonly ImmutableArray<Mutant> Rows =
    [
        TellsErrorsAs(
            "TellsErrorsAsHtml",
            "tells errors as HTML",
            a => Html(a, "<html><body>Bad Request</body></html>")
        ),
        TellsErrorsAs(
            "TellsErrorsAsText",
            "tells errors as text/plain",
            a => a.WithHeader("Content-Type", "text/plain")
        ),
        TellsErrorsAs(
            "TellsErrorsAsFrames",
            "tells errors before a stream as an event stream",
            a => a.WithHeader("Content-Type", EventEncoding.Frames.MediaType)
        ),
        TellsErrorsAs(
            "TellsErrorsWithoutType",
            "tells errors without content type",
            a => a.WithoutHeader("Content-Type")
        ),
        NamesErrors("TellsErrorsWithoutName", "gives errors no name", a => a.WithoutHeader(NameHeader)),
        NamesErrors(
            "TellsErrorsWithoutTheirException",
            "gives errors a name without Exception",
            a => a.WithHeader(NameHeader, a.Header(NameHeader)!.Replace("Exception", "", StringComparison.Ordinal))
        ),
        NamesErrors(
            "TellsOneNameForAllErrors",
            "names every error FlowException",
            a => a.WithHeader(NameHeader, "FlowException")
        ),
        TellsMessages("TellsMessagesAsNumbers", "17"),
        TellsMessages("TellsMessagesAsLists", "[\"wrong\"]"),
        TellsErrors(
            "TellsNotFoundAsHtml",
            "tells 404 as HTML",
            ["error/ResourceNotFoundException/content-type"],
            a => a.Status == 404 ? Html(a, "<!DOCTYPE html><title>Not found</title>") : a
        ),
        TellsErrors(
            "TellsJavaTraces",
            "tells Java's stack trace in errors",
            ["robustness/no-stack-trace"],
            a => a.Rewritten(o => o["trace"] = JavaTrace)
        ),
        TellsErrors(
            "TellsDotNetTracesInMessages",
            "tells .NET's stack trace in messages",
            ["robustness/no-stack-trace"],
            a => a.Rewritten(o => o["message"] = DotNetTrace)
        ),
        TellsInvalidAs("TellsInvalidAsUnprocessable", 422, "error/ValidationException/status"),
        TellsInvalidAs(
            "TellsInvalidAsServerError",
            500,
            "error/ValidationException/status",
            "robustness/no-server-error"
        ),
        TellsInvalidAs("TellsInvalidAsSuccess", 200, "inputs[].nodeName/*/rejected")
            .AlsoBreaking([.. WhereverItIsInvalid, "stream/*", "error/*"]),
    ];

    /// <summary>Errors are changed when they are written.</summary>
    private static Mutant TellsErrors(
        string name,
        string says,
        ImmutableArray<string> breaks,
        Func<Response, Response> change
    ) => Row(name, says, breaks, () => Errors(change));

    /// <summary>Errors have another content type.</summary>
    private static Mutant TellsErrorsAs(string name, string says, Func<Response, Response> change) =>
        TellsErrors(name, says, OfBothErrors("content-type"), change);

    private static ImmutableArray<string> OfBothErrors(string what) =>
        [$"error/ValidationException/{what}", $"error/ResourceNotFoundException/{what}"];

    private static Response Html(Response error, string page) =>
        error.WithHeader("Content-Type", "text/html") with
        {
            Body = Encoding.UTF8.GetBytes(page),
        };

    /// <summary>Errors have no name, or another one.</summary>
    private static Mutant NamesErrors(string name, string says, Func<Response, Response> change) =>
        TellsErrors(name, says, OfBothErrors("name"), change);

    /// <summary>The message is no text.</summary>
    private static Mutant TellsMessages(string name, string json) =>
        TellsErrors(
            name,
            $"tells messages as {json}",
            OfBothErrors("message/type"),
            a => a.Rewritten(o => o["message"] = JsonNode.Parse(json))
        );

    /// <summary>What is invalid gets another status.</summary>
    private static Mutant TellsInvalidAs(string name, int status, params ImmutableArray<string> breaks) =>
        Row(
                name,
                $"responds with {status} to what is invalid",
                ["inputs/*/rejected", .. breaks],
                () => Rejections(r => r.Error == FlowError.Validation.Name ? r with { Status = status } : r)
            )
            .AlsoBreaking(WhereverItIsInvalid);

    private static ImmutableArray<string> WhereverItIsInvalid =>
        ["*/rejected", "*/null-rejected", "failure/validationException", "nodes/*", "uri/*", "body/*"];
}
