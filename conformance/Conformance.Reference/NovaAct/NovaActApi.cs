using System.Diagnostics.CodeAnalysis;
using Conformance.Reference.Http;

namespace Conformance.Reference.NovaAct;

/// <summary>One account of Nova Act in one region.</summary>
internal sealed class NovaActApi
{
    private readonly SignatureDemand? signatures;
    private readonly Func<Guid> newRequestId;

    public NovaActApi(ReferenceOptions options)
    {
        Behaviour = options.NovaAct;
        Store = new NovaActStore(options.NovaAct, options.Time, options.NewRunId);
        Time = options.Time;
        ArnPrefix = $"arn:aws:nova-act:{options.Region}:{options.AccountId}:workflow-definition/";
        newRequestId = options.NewRequestId;
        signatures = SignatureDemand.Of(options, "nova-act");
    }

    public NovaActBehaviour Behaviour { get; }

    public NovaActStore Store { get; }

    public TimeProvider Time { get; }

    /// <summary>Begin of the ARN of every definition and run.</summary>
    public string ArnPrefix { get; }

    /// <summary>Responds to any request: what escapes from a step becomes an InternalServerException that tells no more.</summary>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whatever a step throws, the client gets a documented error."
    )]
    public Response Respond(Incoming request)
    {
        Response response;
        try
        {
            var (operation, routed) = Dispatch(request);
            response = Behaviour.Finish(operation, routed);
        }
        catch (Exception)
        {
            response = Behaviour.Reject(Rejections.Internal());
        }
        return Behaviour.Stamp(response, newRequestId());
    }

    private (NovaActOperation?, Response) Dispatch(Incoming request)
    {
        if (signatures is not null && Behaviour.Authenticate(request, signatures) is { } denied)
            return (null, Behaviour.Reject(denied));
        var target = Behaviour.ReadTarget(request.RawTarget);
        var (operation, rejection) = Behaviour.Route(request.Method, target);
        if (operation is not { } found)
            return (null, Behaviour.Reject(rejection!));
        return (
            found,
            PathRejection(target) is { } wrong
                ? Behaviour.Reject(wrong)
                : Behaviour.Handle(new NovaActCall(this, found, target, request))
        );
    }

    private Rejection? PathRejection(RequestTarget target)
    {
        if (target.HasBrokenQuery)
            return Rejections.Invalid("expected a well-formed query, got a broken escape");
        if (target.Segments.Length > 1 && Complaint(target.Segments[1], Behaviour.NameInPath) is { } name)
            return Rejections.Invalid(
                "the name in the path is rejected",
                new FieldFault("workflowDefinitionName", name)
            );
        if (target.Segments.Length > 3 && Complaint(target.Segments[3], Behaviour.RunIdInPath) is { } id)
            return Rejections.Invalid("the identifier in the path is rejected", new FieldFault("workflowRunId", id));
        return null;
    }

    private static string? Complaint(string? segment, Check<string> check) =>
        segment is null ? "expected well-formed escapes of UTF-8, got others" : check(segment);
}
