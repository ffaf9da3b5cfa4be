using Conformance.Contracts.Native;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Contracts.Interactions;

/// <summary>One request of a contract, the state that it needs, and what the documents demand of its response.</summary>
/// <param name="Id">Such as <c>nova-act/CreateWorkflowRun/contract/success</c>; the interaction's key in the contract file.</param>
/// <param name="Operation">The operation that it calls.</param>
/// <param name="Level">The weakest level of the facts that it asserts; never <see cref="Level.May"/>.</param>
/// <param name="Sources">Where these facts are stated.</param>
/// <param name="Says">The target's duty in one plain sentence.</param>
/// <param name="Description">What it is called in the contract file; no two of a file share one.</param>
/// <param name="States">What has to be so before the request.</param>
/// <param name="Request">What is sent.</param>
/// <param name="Response">What has to come back.</param>
public sealed record Interaction(
    string Id,
    Operation Operation,
    Level Level,
    ImmutableArray<Citation> Sources,
    string Says,
    string Description,
    ImmutableArray<ProviderState> States,
    ContractRequest Request,
    ContractResponse Response
)
{
    /// <summary>Interpretations in dispute that touch it.</summary>
    public ImmutableArray<string> Interpretations { get; init; } = [];

    /// <summary>
    /// The id of the interaction that has to be accepted before this one shows anything: the same request without what
    /// makes it fail. Null for an interaction that is accepted itself.
    /// </summary>
    public string? Control { get; init; }

    /// <summary>The error that it provokes, by its documented name; null where it is accepted or no document names one.</summary>
    public string? Error { get; init; }

    /// <summary>
    /// Names of the configuration's fixtures without which its state can't be brought about: paths of members, or names
    /// of the API's.
    /// </summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>
    /// Paths of members in its request whose values a target may look up: without a fixture for each of
    /// them, a rejection says nothing.
    /// </summary>
    public ImmutableArray<string> LooksUp { get; init; } = [];

    /// <summary>How a stream of events as the response is to be taken: Pact can't read one.</summary>
    public StreamedResponse Streamed { get; init; } = StreamedResponse.NotExpected;

    /// <summary>
    /// Whether a failure is to be shown and not to count: it breaks no document's demand, or a verifier that can't read a
    /// stream may mistake a right response for a wrong one.
    /// </summary>
    public bool IsPending => Level != Level.Must || Streamed == StreamedResponse.SaysNothing;

    /// <summary>What the provider's state has to give: the names that the request's values are made of.</summary>
    public ImmutableArray<string> Injects =>
        [
            .. new[] { Request.Path, Request.Body ?? JsonValue.Null }
                .SelectMany(Match.ExpressionsIn)
                .SelectMany(Expressions.NamesIn)
                .Distinct(),
        ];
}

/// <summary>What has to be so on the provider before a request.</summary>
/// <param name="Name">One of <see cref="StateNames"/>.</param>
/// <param name="Parameters">What it is about; an object, often without members.</param>
public sealed record ProviderState(string Name, JsonObject Parameters)
{
    /// <summary>A state without parameters.</summary>
    public ProviderState(string name)
        : this(name, JsonObject.Empty) { }
}

/// <summary>A request of a contract; values may be rules as <see cref="Match"/> makes them.</summary>
/// <param name="Method">HTTP method, in capitals.</param>
/// <param name="Path">The path.</param>
/// <param name="Body">The JSON body; null for none.</param>
public sealed record ContractRequest(string Method, JsonValue Path, JsonValue? Body)
{
    /// <summary>The media type asked for; null where any will do.</summary>
    public string? Accept { get; init; }
}

/// <summary>What the response to a contract's request has to be.</summary>
/// <param name="Status">The status, or a rule for it.</param>
/// <param name="Body">The JSON body; null where nothing is said of it.</param>
public sealed record ContractResponse(JsonValue Status, JsonValue? Body);

/// <summary>What a stream of events as the response means.</summary>
public enum StreamedResponse
{
    /// <summary>The operation doesn't stream.</summary>
    NotExpected,

    /// <summary>It is accepted: the interaction is about the status alone.</summary>
    Accepted,

    /// <summary>It can't be judged: the interaction is about the members of a JSON response, or the error may be in the stream.</summary>
    SaysNothing,
}
