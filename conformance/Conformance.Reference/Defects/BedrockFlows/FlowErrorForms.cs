using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;

namespace Conformance.Reference.Defects.BedrockFlows;

/// <summary>Errors that are told in the wrong form.</summary>
internal static class FlowErrorForms
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new TellsErrorsAsHtml(),
        new TellsErrorsAsText(),
        new TellsErrorsAsFrames(),
        new TellsErrorsWithoutType(),
        new TellsErrorsWithoutName(),
        new TellsErrorsWithoutTheirException(),
        new TellsOneNameForAllErrors(),
        new TellsMessagesAsNumbers(),
        new TellsMessagesAsLists(),
        new TellsNotFoundAsHtml(),
        new TellsJavaTraces(),
        new TellsDotNetTracesInMessages(),
        new TellsInvalidAsUnprocessable(),
        new TellsInvalidAsServerError(),
        new TellsInvalidAsSuccess(),
    ];
}

/// <summary>Errors are changed when they are written.</summary>
internal abstract class TellsErrors(string says, Func<Answer, Answer> change, params ImmutableArray<string> breaks)
    : FlowDefect(says, breaks)
{
    protected sealed override BedrockFlowsBehaviour Twist() => FlowTwists.Errors(change);

    protected static Answer As(Answer answer, string contentType, string body) =>
        answer.WithHeader("Content-Type", contentType) with
        {
            Body = Encoding.UTF8.GetBytes(body),
        };

    protected static Answer Rewritten(Answer answer, Action<JsonObject> change) =>
        answer with
        {
            Body = Encoding.UTF8.GetBytes(FlowTwists.Rewritten(Encoding.UTF8.GetString(answer.Body.Span), change)),
        };
}

/// <summary>Errors have another content type.</summary>
internal abstract class TellsErrorsAs(string says, Func<Answer, Answer> change)
    : TellsErrors(
        says,
        change,
        "error/ValidationException/content-type",
        "error/ResourceNotFoundException/content-type"
    );

internal sealed class TellsErrorsAsHtml()
    : TellsErrorsAs("tells errors as HTML", a => As(a, "text/html", "<html><body>Bad Request</body></html>"));

internal sealed class TellsErrorsAsText()
    : TellsErrorsAs("tells errors as text/plain", a => a.WithHeader("Content-Type", "text/plain"));

internal sealed class TellsErrorsAsFrames()
    : TellsErrorsAs(
        "tells errors before a stream as an event stream",
        a => a.WithHeader("Content-Type", MediaTypes.FramesType)
    );

internal sealed class TellsErrorsWithoutType()
    : TellsErrorsAs("tells errors without content type", a => a.WithoutHeader("Content-Type"));

internal sealed class TellsNotFoundAsHtml()
    : TellsErrors(
        "tells 404 as HTML",
        a => a.Status == 404 ? As(a, "text/html", "<!DOCTYPE html><title>Not found</title>") : a,
        "error/ResourceNotFoundException/content-type"
    );

/// <summary>Errors have no name, or another one.</summary>
internal abstract class NamesErrors(string says, Func<Answer, Answer> change)
    : TellsErrors(says, change, "error/ValidationException/name", "error/ResourceNotFoundException/name");

internal sealed class TellsErrorsWithoutName()
    : NamesErrors("gives errors no name", a => a.WithoutHeader("X-Amzn-ErrorType"));

internal sealed class TellsErrorsWithoutTheirException()
    : NamesErrors(
        "gives errors a name without Exception",
        a =>
            a.WithHeader(
                "X-Amzn-ErrorType",
                a.Header("X-Amzn-ErrorType")!.Replace("Exception", "", StringComparison.Ordinal)
            )
    );

internal sealed class TellsOneNameForAllErrors()
    : NamesErrors("names every error FlowException", a => a.WithHeader("X-Amzn-ErrorType", "FlowException"));

/// <summary>The message is no text.</summary>
internal abstract class TellsMessages(string json)
    : TellsErrors(
        $"tells messages as {json}",
        a => Rewritten(a, o => o["message"] = JsonNode.Parse(json)),
        "error/ValidationException/message/type",
        "error/ResourceNotFoundException/message/type"
    );

internal sealed class TellsMessagesAsNumbers() : TellsMessages("17");

internal sealed class TellsMessagesAsLists() : TellsMessages("[\"wrong\"]");

internal sealed class TellsJavaTraces()
    : TellsErrors(
        "tells Java's stack trace in errors",
        a =>
            Rewritten(
                a,
                o =>
                    o["trace"] =
                        "java.lang.IllegalStateException: no flow\n\tat com.example.Flows.invoke(Flows.java:42)\n"
            ),
        "robustness/no-stack-trace"
    );

internal sealed class TellsDotNetTracesInMessages()
    : TellsErrors(
        "tells .NET's stack trace in messages",
        a =>
            Rewritten(
                a,
                o =>
                    o["message"] =
                        "System.InvalidOperationException: no flow\r\n   at Flows.Invoke(String id) in /src/Flows.cs:line 7"
            ),
        "robustness/no-stack-trace"
    );

/// <summary>What is invalid is answered with another status.</summary>
internal abstract class TellsInvalid(int status, params ImmutableArray<string> breaks)
    : FlowDefect($"answers {status} to what is invalid", ["inputs/*/rejected", .. breaks])
{
    protected override ImmutableArray<string> AlsoBreaksOfFlow =>
        ["*/rejected", "*/null-rejected", "failure/validationException", "nodes/*", "uri/*", "body/*"];

    protected sealed override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            Refuse = refusal =>
                FlowTwists.Correct.Refuse(
                    refusal.Error == FlowError.Validation.Name ? refusal with { Status = status } : refusal
                ),
        };
}

internal sealed class TellsInvalidAsUnprocessable() : TellsInvalid(422, "error/ValidationException/status");

internal sealed class TellsInvalidAsServerError()
    : TellsInvalid(500, "error/ValidationException/status", "robustness/no-server-error");

internal sealed class TellsInvalidAsSuccess() : TellsInvalid(200, "inputs[].nodeName/*/rejected")
{
    protected override ImmutableArray<string> AlsoBreaksOfFlow =>
        [.. base.AlsoBreaksOfFlow, "stream/failed-flow-ends-once", "error/*"];
}
