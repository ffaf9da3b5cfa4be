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

    public static Answer Create(NovaActCall call) =>
        call.WithMembers(call.Api.Behaviour.Run.Read, asked => Create(call, asked));

    public static Answer Get(NovaActCall call) =>
        call.Store.FindRun(call.DefinitionName, call.RunId) is { } run
            ? Answer.Json(200, writer => Shapes.Run(writer, run, call.RunArn(run.Id)))
            : call.NotFound();

    public static Answer List(NovaActCall call) => call.WithMembers(Listing.ReadFor(call), page => List(call, page));

    public static Answer Update(NovaActCall call) => call.WithMembers(Status.Read, status => Update(call, status!));

    /// <summary>The run is gone at once (interpretation R17).</summary>
    public static Answer Delete(NovaActCall call) =>
        call.Store.DeleteRun(call.DefinitionName, call.RunId)
            ? Answer.Json(202, writer => writer.WriteString("status", RunStatus.Deleting))
            : call.NotFound();

    private static Answer Create(NovaActCall call, Tokened<RunParameters> asked)
    {
        var (creation, run) = call.Store.CreateRun(call.DefinitionName, asked);
        return creation switch
        {
            Creation.NoSuchDefinition => call.NotFound(),
            Creation.TokenSpentOnOtherRequest => call.Refuse(
                Refusals.Conflict(
                    "expected a clientToken that is fresh or repeats a request, got another",
                    Refusals.Run,
                    run!.Id
                )
            ),
            _ => Answer.Json(201, writer => WriteCreated(writer, run!)),
        };
    }

    private static void WriteCreated(Utf8JsonWriter writer, WorkflowRun run)
    {
        writer.WriteString("workflowRunId", run.Id);
        writer.WriteString("status", run.Status);
    }

    private static Answer List(NovaActCall call, PageRequest request)
    {
        if (call.Store.ListRuns(call.DefinitionName, request) is not { } page)
            return call.NotFound();
        return Answer.Json(
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

    private static Answer Update(NovaActCall call, string status)
    {
        var run = call.Store.ChangeRun(call.DefinitionName, call.RunId, run => Changed(run, status, call.Api.Time));
        if (run is null)
            return call.NotFound();
        return run.Status == status
            ? Answer.Json(200, writer => writer.WriteString("status", status))
            : call.Refuse(Refusals.InvalidStatus($"expected a running run, got one that is {run.Status}", "status"));
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
