using System.Text.Json;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;

namespace Conformance.Apis.NovaAct;

/// <summary>Requests about workflow runs.</summary>
public static class Runs
{
    public const string Create = "CreateWorkflowRun";
    private const string List = "ListWorkflowRuns";
    private const string DefinitionSegment = "workflowDefinitionName";
    private const int MostPages = 20;

    /// <summary>The same request for a run in this definition.</summary>
    public static RequestDraft In(RequestDraft request, string definition) =>
        request.WithSegment(DefinitionSegment, Octets.Encoded(definition));

    /// <summary>A valid run in the definition that all requirements share.</summary>
    public static RequestDraft Fresh(TestSession test) => test.Valid(test.Session.Api.Operation(Create));

    /// <summary>GetWorkflowRun for this run of the definition that the request names.</summary>
    public static RequestDraft Get(TestSession test, RequestDraft creation, string id) =>
        new(
            test.Session.Api.Operation("GetWorkflowRun"),
            creation.Segments.SetItem("workflowRunId", Octets.Encoded(id)),
            null
        )
        {
            Given = [id],
        };

    /// <summary>How many runs the definition holds that the request names; null where the target can't list them.</summary>
    public static async Task<int?> Count(TestSession test, RequestDraft creation)
    {
        if (!test.Session.Capabilities.Has(List))
            return null;
        var count = 0;
        string? token = null;
        for (var page = 0; page < MostPages; page++)
        {
            var exchange = await test.Send(Page(test, creation, token), "the runs of the definition");
            if (!exchange.IsAccepted() || exchange.Json() is not { ValueKind: JsonValueKind.Object } body)
                return null;
            if (!body.TryGetProperty("workflowRunSummaries", out var runs) || runs.ValueKind != JsonValueKind.Array)
                return null;
            count += runs.GetArrayLength();
            token = exchange.Text("nextToken");
            if (token is null)
                return count;
        }
        return null;
    }

    /// <summary>Why the runs of a definition can't be counted, in words.</summary>
    public static string WhyNotCounted(TestSession test) =>
        test.Session.Capabilities.Has(List)
            ? $"{List} did not list the runs of a definition to their end"
            : test.Session.Capabilities.WhyNot(List);

    private static RequestDraft Page(TestSession test, RequestDraft creation, string? token) =>
        new(test.Session.Api.Operation(List), creation.Segments, JsonValue.Parse("{}"))
        {
            Query = token is null ? "maxResults=100" : $"maxResults=100&nextToken={Uri.EscapeDataString(token)}",
            Given = token is null ? [] : [Uri.EscapeDataString(token)],
        };
}
