using System.Text.Json;
using Conformance.Reference.Http;

namespace Conformance.Reference.NovaAct;

/// <summary>What can be done with workflow runs.</summary>
internal static class RunOperations
{
    private static readonly Member<string> Status = Member.Text(
        "status",
        true,
        // A run is deleted with DELETE alone, so DELETING is no status to ask for.
        Checks.OneOf(RunStatus.Running, RunStatus.Succeeded, RunStatus.Failed, RunStatus.TimedOut)
    );

    public static Response Create(NovaActCall call) =>
        call.WithMembers(call.Api.Behaviour.Run.Read, asked => Create(call, asked));

    public static Response Get(NovaActCall call) =>
        call.Store.FindRun(call.DefinitionName, call.RunId) is { } run
            ? Response.Json(200, writer => Shapes.Run(writer, run, call.RunArn(run.Id)))
            : call.NotFound();

    public static Response List(NovaActCall call) => call.WithMembers(Listing.ReadFor(call), page => List(call, page));

    public static Response Update(NovaActCall call) => call.WithMembers(Status.Read, status => Update(call, status!));

    /// <summary>The run is gone at once (interpretation R17).</summary>
    public static Response Delete(NovaActCall call) =>
        call.Store.DeleteRun(call.DefinitionName, call.RunId)
            ? Response.Json(202, writer => writer.WriteString("status", RunStatus.Deleting))
            : call.NotFound();

    private static Response Create(NovaActCall call, Tokened<RunParameters> asked)
    {
        var (creation, run) = call.Store.CreateRun(call.DefinitionName, asked);
        return creation switch
        {
            Creation.NoSuchDefinition => call.NotFound(),
            Creation.TokenSpentOnOtherRequest => call.Reject(
                Rejections.Conflict(
                    "expected a clientToken that is fresh or repeats a request, got another",
                    Rejections.Run,
                    run!.Id
                )
            ),
            _ => Response.Json(201, writer => WriteCreated(writer, run!)),
        };
    }

    private static void WriteCreated(Utf8JsonWriter writer, WorkflowRun run)
    {
        writer.WriteString("workflowRunId", run.Id);
        writer.WriteString("status", run.Status);
    }

    private static Response List(NovaActCall call, PageRequest request)
    {
        if (call.Store.ListRuns(call.DefinitionName, request) is not { } page)
            return call.NotFound();
        return Response.Json(
            200,
            writer =>
            {
                writer.WriteStartArray("workflowRunSummaries");
                foreach (var run in page.Items)
                    Shapes.RunSummary(writer, run, call.RunArn(run.Id));
                writer.WriteEndArray();
                Listing.WriteNextToken(writer, request, page.LastNumber);
            }
        );
    }

    private static Response Update(NovaActCall call, string status)
    {
        var run = call.Store.ChangeRun(call.DefinitionName, call.RunId, run => Changed(run, status, call.Api.Time));
        if (run is null)
            return call.NotFound();
        return run.Status == status
            ? Response.Json(200, writer => writer.WriteString("status", status))
            : call.Reject(Rejections.InvalidStatus($"expected a running run, got one that is {run.Status}", "status"));
    }

    /// <summary>A run that has ended stays as it ended.</summary>
    private static WorkflowRun? Changed(WorkflowRun run, string status, TimeProvider time) =>
        run.Status != RunStatus.Running || status == RunStatus.Running
            ? null
            : run with
            {
                Status = status,
                EndedAt = time.GetUtcNow(),
            };
}
