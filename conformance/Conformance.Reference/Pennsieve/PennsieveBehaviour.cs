using System.Text.Json;
using Conformance.Reference.Http;

namespace Conformance.Reference.Pennsieve;

/// <summary>
/// Every step by which a request is handled and a run ended, each replaceable on its own: the seam for implementations
/// that are wrong on purpose. A wrong one is the right one with one step exchanged:
/// <code>
/// PennsieveBehaviour.Correct with { ChooseMode = asked => Mode.Existing(asked.InstanceId ?? Offered.InstanceId) }
/// PennsieveBehaviour.Correct with { DataSources = NodeKeys.Any }                                 // ignores unknown ids
/// PennsieveBehaviour.Correct with { OnEnded = _ => [] }                                          // never calls back
/// PennsieveBehaviour.Correct with { Sign = (_, _) => [] }                                        // does not sign
/// </code>
/// The steps, in the order in which a request passes them: <see cref="Authenticate"/>, <see cref="ReadTarget"/>,
/// <see cref="Route"/>, <see cref="Handle"/> (inside of it <see cref="ReadBody"/>, <see cref="Members"/>,
/// <see cref="Understand"/>, <see cref="ChooseMode"/>, <see cref="Examine"/>, the nodes, <see cref="MountLayer"/>,
/// <see cref="LooksForInstance"/>, what a run is made of, what is written),
/// <see cref="Reject"/>, <see cref="Finish"/>. After that a run passes <see cref="OnStarted"/>, and when its time has
/// come <see cref="OutcomeOf"/>, <see cref="OnEnded"/>; each delivery <see cref="EchoContext"/>,
/// <see cref="WriteWebhook"/>, <see cref="FinishWebhook"/>, <see cref="Sign"/>, <see cref="IsDelivered"/>.
/// </summary>
public sealed record PennsieveBehaviour
{
    /// <summary>
    /// The behaviour that the document asks for. Where it leaves room: UUIDs are taken in either case; null is absent;
    /// unknown members are ignored; an empty label counts as none; a key that is no node of its kind is rejected with 400,
    /// an instance or a definition that does not exist with 404, a layer that does not exist with 422, one that is not
    /// READY with 409; entries of data sources, data targets and processors are objects, tags are strings; the context
    /// may be any JSON; any http or https URL can be called back; and a webhook has no context where none was given.
    /// </summary>
    public static PennsieveBehaviour Correct { get; } = new();

    /// <summary>Why a request is not allowed, or null. Asked only when the options hold a token.</summary>
    public Func<Incoming, string, Rejection?> Authenticate { get; init; } = BearerDemand.Check;

    /// <summary>Splits and decodes the raw request target.</summary>
    public Func<string, RequestTarget> ReadTarget { get; init; } = RequestTarget.Read;

    /// <summary>Finds the operation of a method and a target.</summary>
    public Func<string, RequestTarget, PennsieveOptions, PennsieveRoute> Route { get; init; } = PennsieveRoutes.Find;

    /// <summary>Carries out an operation. May run on many threads at once.</summary>
    public Func<PennsieveCall, Response> Handle { get; init; } = Operations.Handle;

    /// <summary>Reads the body as a JSON object.</summary>
    public Func<Incoming, JsonBody> ReadBody { get; init; } = JsonBody.Read;

    /// <summary>The members of the body, each on its own.</summary>
    public RunMembers Members { get; init; } = new();

    /// <summary>What is understood of the parameters, all of them together; all that was read by default.</summary>
    public Func<RunParameters, RunParameters> Understand { get; init; } = asked => asked;

    /// <summary>Which of the two modes a request takes.</summary>
    public Func<RunParameters, Mode> ChooseMode { get; init; } = Mode.Choose;

    /// <summary>Which inline configurations are the same one, so that the second finds what the first created.</summary>
    public IEqualityComparer<JsonElement> Configurations { get; init; } = ConfigurationComparer.Structural;

    /// <summary>Whether an inline configuration is looked for before an instance is made of it; always by default.</summary>
    public Func<JsonElement, bool> LooksForInstance { get; init; } = _ => true;

    /// <summary>The parameters of which nodes and layers are looked up; all by default.</summary>
    public Func<RunParameters, RunParameters> Examine { get; init; } = asked => asked;

    /// <summary>What is wrong with the keys of the data sources.</summary>
    public NodeCheck DataSources { get; init; } = NodeKeys.Of(NodeKind.DataSource);

    /// <summary>What is wrong with the keys of the data targets.</summary>
    public NodeCheck DataTargets { get; init; } = NodeKeys.Of(NodeKind.DataTarget);

    /// <summary>What is wrong with the keys of the processors' parameters.</summary>
    public NodeCheck ProcessorParams { get; init; } = NodeKeys.Of(NodeKind.Processor);

    /// <summary>What is wrong with the keys of the tags.</summary>
    public NodeCheck Tags { get; init; } = NodeKeys.Of(NodeKind.Processor);

    /// <summary>Why a layer of this name and this status (null: there is none) is not mounted, or null.</summary>
    public Func<string, string?, Rejection?> MountLayer { get; init; } = Layers.Mount;

    /// <summary>Writes the identifier of a fresh run or instance.</summary>
    public Func<Guid, string> WriteId { get; init; } = id => id.ToString("D");

    /// <summary>The label of a run: what was asked for and the run's id; <c>run-</c> and the id by default (D2:26).</summary>
    public Func<string?, string, string?> LabelOf { get; init; } =
        (label, runId) => string.IsNullOrEmpty(label) ? $"run-{runId}" : label;

    /// <summary>Puts tags onto a run's snapshot.</summary>
    public Func<WorkflowDefinition, JsonElement, Tagging> Tag { get; init; } = Tagging.OfCopy;

    /// <summary>Adds what the registry knows to data targets, which may be absent.</summary>
    public Func<JsonElement, JsonElement> EnrichTargets { get; init; } = Pennsieve.DataTargets.Enrich;

    /// <summary>Writes the members of the response to a creation.</summary>
    public Action<Utf8JsonWriter, WorkflowRun> WriteCreated { get; init; } = Shapes.Created;

    /// <summary>Writes the members of a run that is read.</summary>
    public Action<Utf8JsonWriter, WorkflowRun> WriteRun { get; init; } = Shapes.Run;

    /// <summary>Writes the members of a definition that is read.</summary>
    public Action<Utf8JsonWriter, WorkflowDefinition> WriteDefinition { get; init; } = Shapes.Definition;

    /// <summary>Writes a rejection.</summary>
    public Func<Rejection, Response> Reject { get; init; } = Rejections.Write;

    /// <summary>Last look at a response, rejections included; the operation is null when none was found.</summary>
    public Func<PennsieveOperation?, Response, Response> Finish { get; init; } = (_, response) => response;

    /// <summary>The terminal status that a run reaches.</summary>
    public Func<WorkflowRun, string> OutcomeOf { get; init; } = Outcomes.Of;

    /// <summary>The webhooks at a run's beginning: none.</summary>
    public Func<WebhookOccasion, IEnumerable<Delivery>> OnStarted { get; init; } = _ => [];

    /// <summary>The webhooks at a run's end, sent one after the other: one where a URL is given (D2:57).</summary>
    public Func<WebhookOccasion, IEnumerable<Delivery>> OnEnded { get; init; } = WebhookOccasion.AtTheEnd;

    /// <summary>The context as the webhook gives it back; verbatim (D2:62). Absent stays absent.</summary>
    public Func<JsonElement, JsonElement> EchoContext { get; init; } = context => context;

    /// <summary>Writes the members of a webhook's body.</summary>
    public Action<Utf8JsonWriter, WorkflowRun> WriteWebhook { get; init; } = Shapes.Webhook;

    /// <summary>Last look at a webhook before it is signed.</summary>
    public Func<Webhook, Webhook> FinishWebhook { get; init; } = webhook => webhook;

    /// <summary>The header lines that show where a webhook comes from.</summary>
    public Func<Webhook, WebhookSigner, ImmutableArray<KeyValuePair<string, string>>> Sign { get; init; } =
        WebhookSigner.Sign;

    /// <summary>
    /// Whether a webhook need not be sent again after this status; null when no response came. A receiver that responds
    /// with a 4xx has rejected it for good.
    /// </summary>
    public Func<int?, bool> IsDelivered { get; init; } = status => status is < 500;
}
