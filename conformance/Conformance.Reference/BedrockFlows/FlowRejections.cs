using Conformance.Reference.Http;

namespace Conformance.Reference.BedrockFlows;

/// <summary>InvokeFlow's errors for requests that are not in order; none has members beside its message.</summary>
internal static class FlowRejections
{
    /// <summary>All members at fault are named in the message.</summary>
    public static Rejection Invalid(IEnumerable<FieldFault> faults) =>
        Validation(string.Join("; ", faults.Select(fault => $"{fault.Name}: {fault.Message}")));

    public static Rejection Validation(string message) => FlowError.Validation.AsRejection() with { Message = message };

    public static Rejection NotFound(InvokeFlowCall call) =>
        FlowError.ResourceNotFound.AsRejection() with
        {
            Message =
                "expected a flow that exists and one of its aliases, "
                + $"got {call.FlowIdentifier} and {call.FlowAliasIdentifier}",
        };

    public static Rejection Internal() =>
        FlowError.InternalServer.AsRejection() with
        {
            Message = "the server failed to respond; this is a fault of its own, not of the request",
        };

    public static Rejection UnknownPath() =>
        new(
            404,
            "UnknownOperationException",
            "expected POST /flows/{flowIdentifier}/aliases/{flowAliasIdentifier}, got another path; "
                + "escape the slashes of an ARN as %2F"
        );

    public static Rejection WrongMethod(string method) =>
        new(405, "MethodNotAllowedException", $"expected POST, got {method}") { Headers = [new("Allow", "POST")] };
}
