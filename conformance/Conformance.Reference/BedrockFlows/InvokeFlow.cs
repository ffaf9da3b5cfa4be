using Conformance.Reference.Http;

namespace Conformance.Reference.BedrockFlows;

/// <summary>One call of InvokeFlow, its path already found in order.</summary>
public sealed record InvokeFlowCall
{
    internal InvokeFlowCall(BedrockFlowsApi api, RequestTarget target, Incoming request)
    {
        Api = api;
        Request = request;
        FlowIdentifier = target.Segments[1] ?? "";
        FlowAliasIdentifier = target.Segments[3] ?? "";
    }

    /// <summary>The request as it arrived.</summary>
    public Incoming Request { get; init; }

    /// <summary>The flow's identifier or ARN, decoded.</summary>
    public string FlowIdentifier { get; init; }

    /// <summary>The alias's identifier or ARN, decoded.</summary>
    public string FlowAliasIdentifier { get; init; }

    internal BedrockFlowsApi Api { get; }
}

/// <summary>The operation.</summary>
public static class InvokeFlow
{
    /// <summary>Carries out a call as the document asks for.</summary>
    public static Response Handle(InvokeFlowCall call)
    {
        var behaviour = call.Api.Behaviour;
        var body = behaviour.ReadBody(call.Request);
        if (body.Rejection is { } rejection)
            return behaviour.Reject(rejection);
        var faults = new List<FieldFault>();
        var input = behaviour.Members.Read(body.Object, faults);
        if (faults.Count > 0)
            return behaviour.Reject(FlowRejections.Invalid(faults));
        if (behaviour.Find(call.Api.Directory, call.FlowIdentifier, call.FlowAliasIdentifier) is not { } flow)
            return behaviour.Reject(FlowRejections.NotFound(call));
        if (behaviour.FitsFlow(flow, input) is { } misfit)
            return behaviour.Reject(FlowRejections.Invalid([misfit]));
        return flow.FailsBeforeStream is { } error
            ? behaviour.Reject(error.AsRejection())
            : Stream(behaviour, new FlowInvocation(flow, input));
    }

    /// <summary>The input names the flow's input node, and that node's output or none; else what is wrong.</summary>
    public static FieldFault? Misfit(Flow flow, FlowInput input)
    {
        if (input.NodeName != flow.InputNode)
            return new("inputs[0].nodeName", $"expected {flow.InputNode}, the flow's input node, got another one");
        return input.NodeOutputName is { } output && output != flow.InputNodeOutput
            ? new(
                "inputs[0].nodeOutputName",
                $"expected {flow.InputNodeOutput}, the node's only output, got another one"
            )
            : null;
    }

    private static Response Stream(BedrockFlowsBehaviour behaviour, FlowInvocation invocation)
    {
        var parts = behaviour.Encoding.Write(behaviour.Run(invocation));
        return new Response(200, default, [new("Content-Type", behaviour.Encoding.MediaType)])
        {
            Chunks = behaviour.Deliver(parts),
        };
    }
}
