using Conformance.Reference.Http;

namespace Conformance.Reference.Pennsieve;

/// <summary>What each operation does.</summary>
internal static class Operations
{
    public static Response Handle(PennsieveCall call) =>
        call.Operation switch
        {
            PennsieveOperation.CreateWorkflowRun => Creation.Handle(call),
            PennsieveOperation.GetWorkflowRun => GetRun(call),
            _ => GetDefinition(call),
        };

    private static Response GetRun(PennsieveCall call) =>
        call.Store.FindRun(call.Id) is { } run
            ? Response.Json(200, writer => call.Behaviour.WriteRun(writer, run))
            : call.Reject(Missing(call, "workflow run"));

    private static Response GetDefinition(PennsieveCall call) =>
        call.Store.FindDefinition(call.Id) is { } definition
            ? Response.Json(200, writer => call.Behaviour.WriteDefinition(writer, definition))
            : call.Reject(Missing(call, "workflow definition"));

    private static Rejection Missing(PennsieveCall call, string kind) =>
        PennsieveChecks.Uuid(call.Id) is { } complaint
            ? Rejections.Invalid(complaint)
            : Rejections.NotFound(kind, call.Id);
}
