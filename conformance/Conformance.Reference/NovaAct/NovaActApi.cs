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

    /// <summary>Answers any request: what escapes from a step becomes an InternalServerException that tells no more.</summary>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whatever a step throws, the client gets a documented error."
    )]
    public Answer Answer(Incoming request)
    {
        Answer answer;
        try
        {
            var (operation, routed) = Dispatch(request);
            answer = Behaviour.Finish(operation, routed);
        }
        catch (Exception)
        {
            answer = Behaviour.Refuse(Refusals.Internal());
        }
        return Behaviour.Stamp(answer, newRequestId());
    }

    private (NovaActOperation?, Answer) Dispatch(Incoming request)
    {
        if (signatures is not null && Behaviour.Authenticate(request, signatures) is { } denied)
            return (null, Behaviour.Refuse(denied));
        var target = Behaviour.ReadTarget(request.RawTarget);
        var (operation, refusal) = Behaviour.Route(request.Method, target);
        if (operation is not { } found)
            return (null, Behaviour.Refuse(refusal!));
        return (
            found,
            PathRefusal(target) is { } wrong
                ? Behaviour.Refuse(wrong)
                : Behaviour.Handle(new NovaActCall(this, found, target, request))
        );
    }

    private Refusal? PathRefusal(RequestTarget target)
    {
        if (target.HasBrokenQuery)
            return Refusals.Invalid("expected a well-formed query, got a broken escape");
        if (target.Segments.Length > 1 && Complaint(target.Segments[1], Behaviour.NameInPath) is { } name)
            return Refusals.Invalid("the name in the path is refused", new FieldFault("workflowDefinitionName", name));
        if (target.Segments.Length > 3 && Complaint(target.Segments[3], Behaviour.RunIdInPath) is { } id)
            return Refusals.Invalid("the identifier in the path is refused", new FieldFault("workflowRunId", id));
        return null;
    }

    private static string? Complaint(string? segment, Check<string> check) =>
        segment is null ? "expected well-formed escapes of UTF-8, got others" : check(segment);
}
