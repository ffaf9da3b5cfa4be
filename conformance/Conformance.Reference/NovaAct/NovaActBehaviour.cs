using Conformance.Reference.Http;

namespace Conformance.Reference.NovaAct;

/// <summary>
/// Every step by which a request is handled, each replaceable on its own: the seam for implementations that are wrong
/// on purpose. A wrong one is the right one with one step exchanged:
/// <code>
/// NovaActBehaviour.Correct with { RunTokens = new() { TokenOf = _ => null } }                    // forgets the token
/// NovaActBehaviour.Correct with { Finish = (_, response) => response with { Status = 200 } }         // responds with 200
/// NovaActBehaviour.Correct with { Definition = new() { Name = Member.Text("name", true, Checks.Length(1, 41)) } }
/// </code>
/// The steps, in the order in which a request passes them: <see cref="Authenticate"/>, <see cref="ReadTarget"/>,
/// <see cref="Route"/>, <see cref="NameInPath"/> and <see cref="RunIdInPath"/>, <see cref="Handle"/> (inside of it
/// <see cref="ReadBody"/>, the members, the tokens, the store), <see cref="Reject"/>, <see cref="Finish"/>,
/// <see cref="Stamp"/>.
/// </summary>
public sealed record NovaActBehaviour
{
    /// <summary>The behaviour that the documents ask for.</summary>
    public static NovaActBehaviour Correct { get; } = new();

    /// <summary>Why a request is not allowed, or null. Asked only when the options hold credentials.</summary>
    public Func<Incoming, SignatureDemand, Rejection?> Authenticate { get; init; } = SignatureDemand.Check;

    /// <summary>Splits and decodes the raw request target.</summary>
    public Func<string, RequestTarget> ReadTarget { get; init; } = RequestTarget.Read;

    /// <summary>Finds the operation of a method and a target.</summary>
    public Func<string, RequestTarget, Routed> Route { get; init; } = Routes.Find;

    /// <summary>What is wrong with a decoded definition name in the path.</summary>
    public Check<string> NameInPath { get; init; } = NovaActChecks.Name;

    /// <summary>What is wrong with a decoded run id in the path.</summary>
    public Check<string> RunIdInPath { get; init; } = NovaActChecks.RunId;

    /// <summary>Reads the body as a JSON object.</summary>
    public Func<Incoming, JsonBody> ReadBody { get; init; } = JsonBody.Read;

    /// <summary>The members of CreateWorkflowDefinition.</summary>
    public DefinitionMembers Definition { get; init; } = new();

    /// <summary>The members of CreateWorkflowRun.</summary>
    public RunMembers Run { get; init; } = new();

    /// <summary>Tokens of CreateWorkflowDefinition: a scope of their own (interpretation R7).</summary>
    public Idempotency DefinitionTokens { get; init; } = new();

    /// <summary>Tokens of CreateWorkflowRun: a scope of their own for each definition (interpretation R7).</summary>
    public Idempotency RunTokens { get; init; } = new();

    /// <summary>Which definition names are the same one.</summary>
    public IEqualityComparer<string> NameComparer { get; init; } = StringComparer.Ordinal;

    /// <summary>Writes a fresh run's identifier.</summary>
    public Func<Guid, string> WriteRunId { get; init; } = id => id.ToString("D");

    /// <summary>Carries out an operation whose path is in order. May run on many threads at once.</summary>
    public Func<NovaActCall, Response> Handle { get; init; } = Operations.Handle;

    /// <summary>Writes a rejection in the form of the protocol.</summary>
    public Func<Rejection, Response> Reject { get; init; } = RestJsonErrors.Write;

    /// <summary>Last look at a response, rejections included; the operation is null when none was found.</summary>
    public Func<NovaActOperation?, Response, Response> Finish { get; init; } = (_, response) => response;

    /// <summary>Puts the request's identifier on the response.</summary>
    public Func<Response, Guid, Response> Stamp { get; init; } =
        (response, id) => response.WithHeader("x-amzn-RequestId", id.ToString("D"));
}
