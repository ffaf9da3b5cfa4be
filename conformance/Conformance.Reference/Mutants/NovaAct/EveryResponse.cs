using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Whatever is asked for, the response is wrong in the same way.</summary>
internal static class EveryResponse
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Responds(
            "RejectsEverything",
            "rejects every request, valid or not",
            _ => Twists.Correct.Reject(Invalid),
            "CreateWorkflowDefinition/request/*/accepted"
        ),
        Responds(
                "ReturnsEscapeCodes",
                "responds to everything with 418 and codes that steer a terminal",
                a => a with { Status = 418, Body = "\u001b[2J\u001b]0;owned\u0007\r\n\u009b31m"u8.ToArray() },
                "CreateWorkflowDefinition/request/*/accepted"
            )
            .AlsoBreaking("*/robustness/well-formed-json", "*/error/*"),
        Responds(
                "ReturnsNoJson",
                "responds to each success with a body that is no JSON",
                a => a.Status < 300 ? a with { Body = "done"u8.ToArray() } : a,
                "CreateWorkflowDefinition/response/status/required",
                "CreateWorkflowRun/response/status/required",
                "CreateWorkflowRun/response/workflowRunId/required"
            )
            // What repeats a request or shows what was made says nothing either.
            .AlsoBreaking("*/response/*", "*/idempotency/*", "*/supporting/*", "*/concurrency/own-responses"),
    ];

    private static Rejection Invalid =>
        new(400, "ValidationException", "no") { Members = [new("reason", "FieldValidationFailed")] };

    private static Mutant Responds(
        string name,
        string says,
        Func<Response, Response> change,
        params ImmutableArray<string> breaks
    ) => Row(name, says, breaks, () => Twists.Correct with { Finish = (_, response) => change(response) });
}
