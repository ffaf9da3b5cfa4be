using Conformance.Reference.Http;

namespace Conformance.Reference.NovaAct;

/// <summary>The operations by name.</summary>
public static class Operations
{
    /// <summary>Carries out a call as the documents ask for.</summary>
    public static Response Handle(NovaActCall call) =>
        call.Operation switch
        {
            NovaActOperation.CreateWorkflowDefinition => DefinitionOperations.Create(call),
            NovaActOperation.GetWorkflowDefinition => DefinitionOperations.Get(call),
            NovaActOperation.ListWorkflowDefinitions => DefinitionOperations.List(call),
            NovaActOperation.DeleteWorkflowDefinition => DefinitionOperations.Delete(call),
            NovaActOperation.CreateWorkflowRun => RunOperations.Create(call),
            NovaActOperation.GetWorkflowRun => RunOperations.Get(call),
            NovaActOperation.ListWorkflowRuns => RunOperations.List(call),
            NovaActOperation.UpdateWorkflowRun => RunOperations.Update(call),
            NovaActOperation.DeleteWorkflowRun => RunOperations.Delete(call),
            _ => throw new ArgumentOutOfRangeException(nameof(call), call.Operation, "expected a known operation"),
        };
}
