using Conformance.Reference.Http;

namespace Conformance.Reference.NovaAct;

/// <summary>Nova Act's errors (D0:97..203), each with its members.</summary>
internal static class Rejections
{
    public const string Definition = "WorkflowDefinition";
    public const string Run = "WorkflowRun";

    /// <summary>The members at fault are named; none when the request as a whole is at fault.</summary>
    public static Rejection Invalid(string message, params IEnumerable<FieldFault> faults) =>
        new(400, "ValidationException", message)
        {
            Members = [new("reason", "FieldValidationFailed")],
            FieldList = [.. faults],
        };

    /// <summary>The request is well-formed, but not in this state of the resource.</summary>
    public static Rejection InvalidStatus(string message, string field) =>
        new(400, "ValidationException", message)
        {
            Members = [new("reason", "InvalidStatus")],
            FieldList = [new FieldFault(field, message)],
        };

    public static Rejection NotFound(string resourceType, string resourceId) =>
        About(
            404,
            "ResourceNotFoundException",
            $"expected a {resourceType} that exists, got none",
            resourceType,
            resourceId
        );

    public static Rejection Conflict(string message, string resourceType, string resourceId) =>
        About(409, "ConflictException", message, resourceType, resourceId);

    public static Rejection Internal() =>
        new(
            500,
            "InternalServerException",
            "the server failed to respond; this is a fault of its own, not of the request"
        );

    private static Rejection About(int status, string error, string message, string resourceType, string resourceId) =>
        new(status, error, message) { Members = [new("resourceId", resourceId), new("resourceType", resourceType)] };
}
