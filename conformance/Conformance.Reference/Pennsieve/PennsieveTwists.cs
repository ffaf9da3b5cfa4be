using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.Http;

namespace Conformance.Reference.Pennsieve;

/// <summary>The ways in which a right Pennsieve is twisted into another one.</summary>
internal static class PennsieveTwists
{
    public static readonly PennsieveBehaviour Correct = PennsieveBehaviour.Correct;

    /// <summary>Other demands on the members of the body.</summary>
    public static PennsieveBehaviour Members(Func<RunMembers, RunMembers> change) =>
        Correct with
        {
            Members = change(Correct.Members),
        };

    /// <summary>Changes rejections before they are written.</summary>
    public static PennsieveBehaviour Rejecting(Func<Rejection, Rejection> change) =>
        Correct with
        {
            Reject = rejection => Correct.Reject(change(rejection)),
        };

    /// <summary>Changes the responses that accept a run.</summary>
    public static PennsieveBehaviour Accepted(Func<Response, Response> change) =>
        Correct with
        {
            Finish = (operation, response) =>
                operation == PennsieveOperation.CreateWorkflowRun && response.Status < 300
                    ? change(response)
                    : response,
        };

    /// <summary>Changes bodies before they are read.</summary>
    public static PennsieveBehaviour Bodies(Func<Incoming, Incoming> change) =>
        Correct with
        {
            ReadBody = request => Correct.ReadBody(change(request)),
        };

    /// <summary>Changes what comes back of a context, where there is one.</summary>
    public static PennsieveBehaviour Contexts(Func<string, string> change) =>
        Correct with
        {
            EchoContext = context =>
                context.ValueKind == JsonValueKind.Undefined
                    ? context
                    : JsonElement.Parse(change(context.GetRawText())),
        };

    /// <summary>Changes what comes back of the members of a context, where it is an object.</summary>
    public static PennsieveBehaviour ContextMembers(Action<JsonObject> change) =>
        Contexts(text =>
        {
            if (JsonNode.Parse(text) is not JsonObject context)
                return text;
            change(context);
            return context.ToJsonString();
        });

    /// <summary>The text of a body.</summary>
    public static string Text(this Incoming request) => Encoding.UTF8.GetString(request.Body.Span);

    /// <summary>The webhooks that a run's end has.</summary>
    public static IEnumerable<Delivery> AtTheEnd(WebhookOccasion occasion) => WebhookOccasion.AtTheEnd(occasion);
}
