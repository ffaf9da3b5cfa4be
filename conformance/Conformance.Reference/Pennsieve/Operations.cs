using Conformance.Reference.Http;

namespace Conformance.Reference.Pennsieve;

/// <summary>What each operation does.</summary>
internal static class Operations
{
    public static Answer Handle(PennsieveCall call) =>
        call.Operation switch
        {
            PennsieveOperation.CreateWorkflowRun => Creation.Handle(call),
            PennsieveOperation.GetWorkflowRun => GetRun(call),
            _ => GetDefinition(call),
        };

    private static Answer GetRun(PennsieveCall call) =>
        call.Store.FindRun(call.Id) is { } run
            ? Answer.Json(200, writer => call.Behaviour.WriteRun(writer, run))
            : call.Refuse(Missing(call, "workflow run"));

    private static Answer GetDefinition(PennsieveCall call) =>
        call.Store.FindDefinition(call.Id) is { } definition
            ? Answer.Json(200, writer => call.Behaviour.WriteDefinition(writer, definition))
            : call.Refuse(Missing(call, "workflow definition"));

    private static Refusal Missing(PennsieveCall call, string kind) =>
        PennsieveChecks.Uuid(call.Id) is { } complaint ? Refusals.Invalid(complaint) : Refusals.NotFound(kind, call.Id);
}
