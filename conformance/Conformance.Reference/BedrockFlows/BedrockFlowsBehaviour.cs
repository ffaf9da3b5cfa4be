using Conformance.Reference.Http;

namespace Conformance.Reference.BedrockFlows;

/// <summary>
/// Every step by which a request is handled, each replaceable on its own: the seam for implementations that are wrong,
/// or right in another way, on purpose:
/// <code>
/// Correct with { Encoding = EventEncoding.JsonArray }                                       // responds with JSON
/// Correct with { Run = call => FlowRun.Of(call).Where(e => e.Name != "flowCompletionEvent") }  // never completes
/// Correct with { Encoding = EventEncoding.Framed(e => Flipped(Frame.Write(e))) }            // breaks a checksum
/// Correct with { Deliver = parts => OctetByOctet(parts) }                                   // splits messages
/// Correct with { Finish = response => response with { Status = 201 } }                          // another status
/// </code>
/// The steps, in the order in which a request passes them: <see cref="Authenticate"/>, <see cref="ReadTarget"/>,
/// <see cref="Route"/>, <see cref="FlowIdentifierInPath"/> and <see cref="FlowAliasIdentifierInPath"/>,
/// <see cref="Handle"/> (inside of it <see cref="ReadBody"/>, <see cref="Members"/>, <see cref="Find"/>,
/// <see cref="FitsFlow"/>, <see cref="Run"/>, <see cref="Encoding"/>, <see cref="Deliver"/>), <see cref="Reject"/>,
/// <see cref="Finish"/>, <see cref="Stamp"/>. What <see cref="Run"/>, <see cref="Encoding"/> and <see cref="Deliver"/>
/// give is enumerated while it is sent: it may wait, and what it throws breaks the connection off.
/// </summary>
public sealed record BedrockFlowsBehaviour
{
    private const int DeepestBody = 1000;

    /// <summary>The behaviour that the document asks for.</summary>
    public static BedrockFlowsBehaviour Correct { get; } = new();

    /// <summary>The flows that can be invoked.</summary>
    public ImmutableArray<Flow> Flows { get; init; } = Offer.Flows;

    /// <summary>Why a request is not allowed, or null. Asked only when the options hold credentials.</summary>
    public Func<Incoming, SignatureDemand, Rejection?> Authenticate { get; init; } = SignatureDemand.Check;

    /// <summary>Splits and decodes the raw request target.</summary>
    public Func<string, RequestTarget> ReadTarget { get; init; } = RequestTarget.Read;

    /// <summary>
    /// Why a method and a target are not those of InvokeFlow, or null; then the target has at least four segments.
    /// </summary>
    public Func<string, RequestTarget, Rejection?> Route { get; init; } = RouteToInvokeFlow;

    /// <summary>What is wrong with a decoded flow identifier in the path.</summary>
    public Check<string> FlowIdentifierInPath { get; init; } = FlowChecks.FlowIdentifier;

    /// <summary>What is wrong with a decoded alias identifier in the path.</summary>
    public Check<string> FlowAliasIdentifierInPath { get; init; } = FlowChecks.FlowAliasIdentifier;

    /// <summary>Reads the body as a JSON object.</summary>
    public Func<Incoming, JsonBody> ReadBody { get; init; } = request => JsonBody.Read(request, DeepestBody);

    /// <summary>The members of the body.</summary>
    public InvokeFlowMembers Members { get; init; } = new();

    /// <summary>The flow behind a flow identifier and an alias identifier, or null.</summary>
    public Func<FlowDirectory, string, string, Flow?> Find { get; init; } =
        (directory, flow, alias) => directory.Find(flow, alias);

    /// <summary>What in the input does not fit the flow, or null.</summary>
    public Func<Flow, FlowInput, FieldFault?> FitsFlow { get; init; } = InvokeFlow.Misfit;

    /// <summary>The events of a flow, in their order.</summary>
    public Func<FlowInvocation, IAsyncEnumerable<FlowEvent>> Run { get; init; } = FlowRun.Of;

    /// <summary>How events become bytes.</summary>
    public EventEncoding Encoding { get; init; } = EventEncoding.Frames;

    /// <summary>How the bytes are cut into parts, each of them sent on its own, and when.</summary>
    public Func<IAsyncEnumerable<ReadOnlyMemory<byte>>, IAsyncEnumerable<ReadOnlyMemory<byte>>> Deliver { get; init; } =
        parts => parts;

    /// <summary>Carries out a call whose path is in order. May run on many threads at once.</summary>
    public Func<InvokeFlowCall, Response> Handle { get; init; } = InvokeFlow.Handle;

    /// <summary>Writes a rejection in the form of the protocol.</summary>
    public Func<Rejection, Response> Reject { get; init; } = RestJsonErrors.Write;

    /// <summary>Last look at a response, rejections included.</summary>
    public Func<Response, Response> Finish { get; init; } = response => response;

    /// <summary>Puts the request's identifier on the response.</summary>
    public Func<Response, Guid, Response> Stamp { get; init; } =
        (response, id) => response.WithHeader("x-amzn-RequestId", id.ToString("D"));

    private static Rejection? RouteToInvokeFlow(string method, RequestTarget target) =>
        target.Segments.AsSpan() switch
        {
            ["flows", _, "aliases", _] when target.HasBrokenQuery => FlowRejections.Validation(
                "expected a well-formed query, got a broken escape"
            ),
            ["flows", _, "aliases", _] => method == "POST" ? null : FlowRejections.WrongMethod(method),
            _ => FlowRejections.UnknownPath(),
        };
}
