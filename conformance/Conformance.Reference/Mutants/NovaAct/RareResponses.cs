using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;
using static Conformance.Reference.Mutants.NovaAct.RareFaults;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Responses that are right nearly always.</summary>
internal static class RareResponses
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Responds(
                "ReturnsTwoHundredOnceIn20",
                "responds to a run with 200",
                onceIn: 20,
                "CreateWorkflowRun/response/status-code",
                IsRun,
                a => a with { Status = 200 }
            )
            .AlsoBreaking("CreateWorkflowRun/idempotency/replay-is-the-whole-response"),
        Responds(
                "GivesRunIdInCapitalsOnceIn20",
                "gives the id of a run in capitals",
                onceIn: 20,
                "CreateWorkflowRun/response/workflowRunId/pattern",
                IsRun,
                a => a.Rewritten(o => o["workflowRunId"] = o["workflowRunId"]!.GetValue<string>().ToUpperInvariant())
            )
            .AlsoBreaking("CreateWorkflowRun/*"),
        Responds(
            "GivesUnknownStatusOnceIn100",
            "gives a run an unknown status",
            onceIn: 100,
            "CreateWorkflowRun/response/status/enum",
            IsRun,
            a => a.Rewritten(o => o["status"] = "PENDING")
        ),
        Responds(
                "RespondsWithHalfABodyOnceIn100",
                "responds to a run with half a body",
                onceIn: 100,
                "CreateWorkflowRun/response/*",
                IsRun,
                a => a with { Body = a.Body[..(a.Body.Length / 2)] }
            )
            // A repeat whose response is cut shows no run.
            .AlsoBreaking("CreateWorkflowRun/idempotency/*"),
        Responds(
                "FailsOnceIn100",
                "fails",
                onceIn: 100,
                "*/robustness/no-server-error",
                IsAny,
                _ => Twists.Correct.Reject(new Rejection(500, "InternalServerException", "timeout"))
            )
            // Whatever that request was to show.
            .AlsoBreaking("*"),
        Responds(
            "ShowsStackTraceOnceIn20",
            "shows a stack trace",
            onceIn: 20,
            "*/robustness/no-stack-trace",
            IsError,
            a =>
                a.Rewritten(o =>
                    o["message"] = "java.lang.NullPointerException\n\tat com.example.Runs.start(Runs.java:7)"
                )
        ),
        Responds(
            "ReturnsErrorsAsHtmlOnceIn20",
            "returns an error as HTML",
            onceIn: 20,
            "*/error/*",
            IsError,
            a => a.WithHeader("Content-Type", "text/html") with { Body = "<html></html>"u8.ToArray() }
        ),
        Responds(
                "ReturnsBadRequestForNotFoundOnceIn20",
                "responds with 400 in place of 404",
                onceIn: 20,
                "CreateWorkflowRun/not-found/unknown-definition",
                (operation, response) => operation == CreateRun && response.Status == 404,
                a => a with { Status = 400 }
            )
            .AlsoBreaking("CreateWorkflowRun/error/ResourceNotFoundException/status"),
        Responds(
                "AcceptsTakenNamesOnceIn20",
                "accepts a name that is taken",
                onceIn: 20,
                "CreateWorkflowDefinition/uniqueness/*",
                (operation, response) => operation == CreateDefinition && FakeResponses.IsTaken(response),
                _ => FakeResponses.Active
            )
            .AlsoBreaking("CreateWorkflowDefinition/*"),
        Responds(
                "RejectsValidRunOnceIn100",
                "rejects a valid run",
                onceIn: 100,
                "CreateWorkflowRun/*/accepted",
                IsRun,
                _ =>
                    Twists.Correct.Reject(
                        new Rejection(400, "ValidationException", "busy")
                        {
                            Members = [new("reason", "FieldValidationFailed")],
                        }
                    )
            )
            .AlsoBreaking("CreateWorkflowRun/*"),
        Responds(
            "GivesWrongRunIdOnceIn20",
            "gives another id than that of the run that it started",
            onceIn: 20,
            "CreateWorkflowRun/*",
            IsRun,
            a => a.Rewritten(o => o["workflowRunId"] = Other(o["workflowRunId"]!.GetValue<string>()))
        ),
    ];

    /// <summary>A response is wrong once in so many chances.</summary>
    private static Mutant Responds(
        string name,
        string says,
        int onceIn,
        string breaks,
        Func<NovaActOperation?, Response, bool> isChance,
        Func<Response, Response> change
    ) =>
        Rarely(
            name,
            says,
            onceIn,
            breaks,
            every =>
                Twists.Correct with
                {
                    Finish = (operation, response) =>
                        isChance(operation, response) && every.Comes() ? change(response) : response,
                }
        );

    private static bool IsRun(NovaActOperation? operation, Response response) =>
        operation == CreateRun && response.Status == 201;

    private static bool IsError(NovaActOperation? operation, Response response) =>
        operation is CreateRun or CreateDefinition && response.Status >= 400;

    private static bool IsAny(NovaActOperation? operation, Response response) =>
        operation is CreateRun or CreateDefinition;

    private static string Other(string id) => id[..^1] + (id[^1] == '0' ? '1' : '0');
}
