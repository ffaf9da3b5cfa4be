using Conformance.Reference.Http;

namespace Conformance.Reference.BedrockFlows;

/// <summary>An error of InvokeFlow, which comes as an HTTP error or, once the stream has begun, as an event.</summary>
/// <param name="Name">Its name as an HTTP error, such as <c>ThrottlingException</c>.</param>
/// <param name="Status">Its HTTP status.</param>
/// <param name="Message">What its member <c>message</c> says when a flow fails with it.</param>
public sealed record FlowError(string Name, int Status, string Message)
{
    /// <summary>D3:139, D3:59.</summary>
    public static FlowError AccessDenied { get; } =
        new("AccessDeniedException", 403, "the flow may not use one of its resources");

    /// <summary>D3:145, D3:66.</summary>
    public static FlowError BadGateway { get; } =
        new("BadGatewayException", 502, "a service on which the flow depends gave a broken response");

    /// <summary>D3:151, D3:73.</summary>
    public static FlowError Conflict { get; } =
        new("ConflictException", 409, "another operation on the flow is under way");

    /// <summary>D3:157, D3:80.</summary>
    public static FlowError DependencyFailed { get; } =
        new("DependencyFailedException", 424, "a resource on which the flow depends failed");

    /// <summary>D3:163, D3:99.</summary>
    public static FlowError InternalServer { get; } =
        new("InternalServerException", 500, "the flow failed by a fault of the server's own");

    /// <summary>D3:169, D3:106.</summary>
    public static FlowError ResourceNotFound { get; } =
        new("ResourceNotFoundException", 404, "a resource that the flow names does not exist");

    /// <summary>D3:175, D3:113.</summary>
    public static FlowError ServiceQuotaExceeded { get; } =
        new("ServiceQuotaExceededException", 400, "the flow has used up its quota");

    /// <summary>D3:181, D3:120.</summary>
    public static FlowError Throttling { get; } =
        new("ThrottlingException", 429, "the flow has been invoked too often");

    /// <summary>D3:187, D3:127.</summary>
    public static FlowError Validation { get; } =
        new("ValidationException", 400, "one of the flow's nodes rejects its input");

    /// <summary>All nine, in the order of the document.</summary>
    public static ImmutableArray<FlowError> All { get; } =
    [
        AccessDenied,
        BadGateway,
        Conflict,
        DependencyFailed,
        InternalServer,
        ResourceNotFound,
        ServiceQuotaExceeded,
        Throttling,
        Validation,
    ];

    /// <summary>Its name as an event of the stream, such as <c>throttlingException</c>.</summary>
    public string EventName => char.ToLowerInvariant(Name[0]) + Name[1..];

    /// <summary>The error before the stream has begun.</summary>
    public Rejection AsRejection() => new(Status, Name, Message);
}
