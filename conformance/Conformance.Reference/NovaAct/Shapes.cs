using System.Globalization;
using System.Text.Json;

namespace Conformance.Reference.NovaAct;

/// <summary>Resources as JSON. Timestamps are ISO 8601 in UTC with milliseconds.</summary>
internal static class Shapes
{
    public static void Definition(Utf8JsonWriter writer, WorkflowDefinition definition, string arn)
    {
        writer.WriteString("name", definition.Name);
        writer.WriteString("arn", arn);
        writer.WriteString("createdAt", Timestamp(definition.CreatedAt));
        writer.WriteString("status", DefinitionStatus.Active);
        Optional(writer, "description", definition.Parameters.Description);
        if (definition.Parameters.ExportConfig is not { } export)
            return;
        writer.WriteStartObject("exportConfig");
        writer.WriteString("s3BucketName", export.S3BucketName);
        Optional(writer, "s3KeyPrefix", export.S3KeyPrefix);
        writer.WriteEndObject();
    }

    public static void DefinitionSummary(Utf8JsonWriter writer, WorkflowDefinition definition, string arn)
    {
        writer.WriteStartObject();
        writer.WriteString("workflowDefinitionArn", arn);
        writer.WriteString("workflowDefinitionName", definition.Name);
        writer.WriteString("createdAt", Timestamp(definition.CreatedAt));
        writer.WriteString("status", DefinitionStatus.Active);
        writer.WriteEndObject();
    }

    public static void Run(Utf8JsonWriter writer, WorkflowRun run, string arn)
    {
        RunProgress(writer, run, arn);
        writer.WriteString("modelId", run.Parameters.ModelId);
        Optional(writer, "logGroupName", run.Parameters.LogGroupName);
    }

    public static void RunSummary(Utf8JsonWriter writer, WorkflowRun run, string arn)
    {
        writer.WriteStartObject();
        RunProgress(writer, run, arn);
        writer.WriteEndObject();
    }

    private static void RunProgress(Utf8JsonWriter writer, WorkflowRun run, string arn)
    {
        writer.WriteString("workflowRunArn", arn);
        writer.WriteString("workflowRunId", run.Id);
        writer.WriteString("status", run.Status);
        writer.WriteString("startedAt", Timestamp(run.StartedAt));
        if (run.EndedAt is { } endedAt)
            writer.WriteString("endedAt", Timestamp(endedAt));
    }

    private static void Optional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    private static string Timestamp(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
