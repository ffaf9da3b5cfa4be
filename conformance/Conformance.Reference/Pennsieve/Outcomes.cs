using System.Text.Json;

namespace Conformance.Reference.Pennsieve;

/// <summary>How runs end.</summary>
internal static class Outcomes
{
    private const string Outcome = "outcome";

    /// <summary>As the parameter <c>outcome</c> of the first processor says, and SUCCEEDED where it says nothing.</summary>
    public static string Of(WorkflowRun run) =>
        run.Parameters.ProcessorParams is { ValueKind: JsonValueKind.Object } all
        && all.TryGetProperty(Offered.Processor, out var processor)
        && processor.ValueKind == JsonValueKind.Object
        && processor.TryGetProperty(Outcome, out var outcome)
        && outcome.ValueKind == JsonValueKind.String
        && outcome.GetString() is RunStatus.Failed or RunStatus.Canceled
            ? outcome.GetString()!
            : RunStatus.Succeeded;
}
