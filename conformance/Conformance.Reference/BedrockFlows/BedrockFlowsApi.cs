using System.Diagnostics.CodeAnalysis;
using Conformance.Reference.Http;

namespace Conformance.Reference.BedrockFlows;

/// <summary>One account of Amazon Bedrock in one region, with the flows that can be invoked.</summary>
internal sealed class BedrockFlowsApi
{
    private readonly SignatureDemand? signatures;
    private readonly Func<Guid> newRequestId;

    public BedrockFlowsApi(ReferenceOptions options)
    {
        Behaviour = options.BedrockFlows;
        Directory = new FlowDirectory(options.Region, options.AccountId, options.BedrockFlows.Flows);
        newRequestId = options.NewRequestId;
        signatures = SignatureDemand.Of(options, "bedrock");
    }

    public BedrockFlowsBehaviour Behaviour { get; }

    public FlowDirectory Directory { get; }

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
            response = Behaviour.Finish(Dispatch(request));
        }
        catch (Exception)
        {
            response = Behaviour.Reject(FlowRejections.Internal());
        }
        return Behaviour.Stamp(response, newRequestId());
    }

    private Response Dispatch(Incoming request)
    {
        if (signatures is not null && Behaviour.Authenticate(request, signatures) is { } denied)
            return Behaviour.Reject(denied);
        var target = Behaviour.ReadTarget(request.RawTarget);
        return (Behaviour.Route(request.Method, target) ?? PathRejection(target)) is { } rejection
            ? Behaviour.Reject(rejection)
            : Behaviour.Handle(new InvokeFlowCall(this, target, request));
    }

    private Rejection? PathRejection(RequestTarget target)
    {
        var faults = new List<FieldFault>();
        Check("flowIdentifier", target.Segments[1], Behaviour.FlowIdentifierInPath, faults);
        Check("flowAliasIdentifier", target.Segments[3], Behaviour.FlowAliasIdentifierInPath, faults);
        return faults.Count == 0 ? null : FlowRejections.Invalid(faults);
    }

    private static void Check(string name, string? segment, Check<string> check, List<FieldFault> faults)
    {
        var complaint = segment is null ? "expected well-formed escapes of UTF-8, got others" : check(segment);
        if (complaint is not null)
            faults.Add(new FieldFault(name, complaint));
    }
}
