using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Conformance.Reference.Pennsieve;

/// <summary>Resources as JSON. What the caller gave is written as it came, byte for byte.</summary>
internal static class Shapes
{
    public static void Created(Utf8JsonWriter writer, WorkflowRun run)
    {
        writer.WriteString("id", run.Id);
        writer.WriteString("workflowInstanceId", run.InstanceId);
        if (run.Label is not null)
            writer.WriteString("name", run.Label);
        writer.WriteString("status", run.Status);
    }

    public static void Run(Utf8JsonWriter writer, WorkflowRun run)
    {
        Created(writer, run);
        Given(writer, "dataSources", run.Parameters.DataSources);
        Given(writer, "dataTargets", run.DataTargets);
        Given(writer, "processorParams", run.Parameters.ProcessorParams);
        Given(writer, "tags", run.Parameters.Tags);
        writer.WriteStartArray("layers");
        foreach (var layer in run.Parameters.Layers)
            writer.WriteStringValue(layer);
        writer.WriteEndArray();
        if (run.Parameters.BudgetUsd > 0)
            writer.WriteNumber("executionBudgetUsd", run.Parameters.BudgetUsd);
        writer.WriteStartObject("workflow");
        Definition(writer, run.Snapshot);
        writer.WriteEndObject();
        writer.WriteString("startedAt", Timestamp(run.StartedAt));
        if (run.EndedAt is { } endedAt)
            writer.WriteString("endedAt", Timestamp(endedAt));
    }

    public static void Definition(Utf8JsonWriter writer, WorkflowDefinition definition)
    {
        writer.WriteString("id", definition.Id);
        writer.WriteString("name", definition.Name);
        writer.WriteStartArray("nodes");
        foreach (var node in definition.Nodes)
        {
            writer.WriteStartObject();
            writer.WriteString("id", node.Id);
            writer.WriteString("type", NodeKeys.Name(node.Kind));
            if (node.Image is not null)
                writer.WriteString("image", node.Image);
            if (node.Tag is not null)
                writer.WriteString("tag", node.Tag);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    public static void Webhook(Utf8JsonWriter writer, WorkflowRun run)
    {
        writer.WriteString("runId", run.Id);
        writer.WriteString("workflowInstanceId", run.InstanceId);
        writer.WriteString("status", run.Status);
        Given(writer, "completionCallbackContext", run.Parameters.Context);
    }

    private static void Given(Utf8JsonWriter writer, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            return;
        writer.WritePropertyName(name);
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
    }

    private static string Timestamp(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
