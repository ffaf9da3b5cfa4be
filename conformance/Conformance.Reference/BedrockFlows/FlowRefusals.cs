using Conformance.Reference.Http;

namespace Conformance.Reference.BedrockFlows;

/// <summary>InvokeFlow's errors for requests that are not in order; none has members beside its message.</summary>
internal static class FlowRefusals
{
    /// <summary>All members at fault are named in the message.</summary>
    public static Refusal Invalid(IEnumerable<FieldFault> faults) =>
        Validation(string.Join("; ", faults.Select(fault => $"{fault.Name}: {fault.Message}")));

    public static Refusal Validation(string message) => FlowError.Validation.AsRefusal() with { Message = message };

    public static Refusal NotFound(InvokeFlowCall call) =>
        FlowError.ResourceNotFound.AsRefusal() with
        {
            Message =
                "expected a flow that exists and one of its aliases, "
                + $"got {call.FlowIdentifier} and {call.FlowAliasIdentifier}",
        };

    public static Refusal Internal() =>
        FlowError.InternalServer.AsRefusal() with
        {
            Message = "the server failed to answer; this is a fault of its own, not of the request",
        };

    public static Refusal UnknownPath() =>
        new(
            404,
            "UnknownOperationException",
            "expected POST /flows/{flowIdentifier}/aliases/{flowAliasIdentifier}, got another path; "
                + "escape the slashes of an ARN as %2F"
        );

    public static Refusal WrongMethod(string method) =>
        new(405, "MethodNotAllowedException", $"expected POST, got {method}") { Headers = [new("Allow", "POST")] };
}
