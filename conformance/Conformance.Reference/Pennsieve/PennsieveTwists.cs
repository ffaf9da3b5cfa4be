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

    /// <summary>Understands other parameters than were given.</summary>
    public static PennsieveBehaviour Understanding(Func<RunParameters, RunParameters> change) =>
        Correct with
        {
            Understand = change,
        };

    /// <summary>Looks up the nodes and layers of other parameters than were given.</summary>
    public static PennsieveBehaviour Examining(Func<RunParameters, RunParameters> change) =>
        Correct with
        {
            Examine = change,
        };

    /// <summary>Finds instances by a text that is made of their configuration.</summary>
    public static PennsieveBehaviour FindingBy(Func<JsonElement, string> key) =>
        Correct with
        {
            Configurations = EqualityComparer<JsonElement>.Create(
                (one, other) => key(one) == key(other),
                configuration => key(configuration).GetHashCode(StringComparison.Ordinal)
            ),
        };

    /// <summary>Writes webhooks that tell of another run.</summary>
    public static Action<Utf8JsonWriter, WorkflowRun> Telling(Func<WorkflowRun, WorkflowRun> change) =>
        (writer, run) => Correct.WriteWebhook(writer, change(run));

    /// <summary>The run with another context.</summary>
    public static WorkflowRun WithContext(this WorkflowRun run, JsonElement context) =>
        run with
        {
            Parameters = run.Parameters with { Context = context },
        };

    /// <summary>The members of this object as they are written, name and value.</summary>
    public static IEnumerable<string> Texts(this JsonElement json) =>
        json.ValueKind == JsonValueKind.Object ? json.EnumerateObject().Select(member => member.ToString()) : [];

    /// <summary>The object of these members, as they are written; what is no object stays.</summary>
    public static JsonElement WithTexts(this JsonElement json, Func<IEnumerable<string>, IEnumerable<string>> choose) =>
        json.ValueKind == JsonValueKind.Object
            ? JsonElement.Parse($"{{{string.Join(',', choose(json.Texts()))}}}")
            : json;

    /// <summary>The text of a body.</summary>
    public static string Text(this Incoming request) => Encoding.UTF8.GetString(request.Body.Span);

    /// <summary>The webhooks that a run's end has.</summary>
    public static IEnumerable<Delivery> AtTheEnd(WebhookOccasion occasion) => WebhookOccasion.AtTheEnd(occasion);
}
