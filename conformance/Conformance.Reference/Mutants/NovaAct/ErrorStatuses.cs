using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.ErrorMutant;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>What has to be rejected is rejected with a wrong status.</summary>
internal static class ErrorStatuses
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        RejectsWith(
            "ReturnsBadRequestForNotFound",
            400,
            inPlaceOf: 404,
            "CreateWorkflowRun/not-found/unknown-definition",
            "CreateWorkflowRun/error/ResourceNotFoundException/status"
        ),
        RejectsWith(
            "ReturnsForbiddenForNotFound",
            403,
            inPlaceOf: 404,
            "CreateWorkflowRun/not-found/unknown-definition",
            "CreateWorkflowRun/error/ResourceNotFoundException/status"
        ),
        RejectsWith(
                "ReturnsNotFoundForConflict",
                404,
                inPlaceOf: 409,
                "CreateWorkflowDefinition/uniqueness/duplicate-name",
                "CreateWorkflowDefinition/error/ConflictException/status"
            )
            .AlsoBreaking("CreateWorkflowDefinition/name/*"),
        RejectsWith(
                "ReturnsBadRequestForConflict",
                400,
                inPlaceOf: 409,
                "CreateWorkflowDefinition/uniqueness/duplicate-name",
                "CreateWorkflowDefinition/error/ConflictException/status"
            )
            .AlsoBreaking("CreateWorkflowDefinition/name/*"),
        RejectsWith(
                "ReturnsUnprocessable",
                422,
                inPlaceOf: 400,
                "*/error/ValidationException/status",
                "*/rejected",
                "*/null-rejected"
            )
            .AlsoBreaking("*/uri/illegal-octets", "CreateWorkflowRun/not-found/part-of-a-name"),
        Row(
                "ReturnsUnprocessableForDefinitions",
                "responds with 422 in place of 400 to a definition",
                ["CreateWorkflowDefinition/error/ValidationException/status", "CreateWorkflowDefinition/*/rejected"],
                () => Twists.Finishing(CreateDefinition, a => a.Status == 400 ? a with { Status = 422 } : a)
            )
            .AlsoBreaking("CreateWorkflowDefinition/*/null-rejected"),
        RejectsWith(
                "ReturnsServerErrorForInvalid",
                500,
                inPlaceOf: 400,
                "*/error/ValidationException/status",
                "*/rejected",
                "*/null-rejected",
                "*/robustness/no-server-error",
                "*/body/malformed-json"
            )
            .AlsoBreaking(
                "*/body/*",
                "*/uri/illegal-octets",
                "*/response/*",
                "CreateWorkflowRun/not-found/part-of-a-name"
            ),
        RejectsWith(
                "ReturnsServerErrorForDuplicates",
                "responds with 500 to duplicates",
                500,
                inPlaceOf: 409,
                "CreateWorkflowDefinition/uniqueness/duplicate-name",
                "*/robustness/no-server-error"
            )
            .AlsoBreaking(
                "*/error/ConflictException/status",
                "*/idempotency/other-parameters/conflict",
                "CreateWorkflowDefinition/name/*"
            ),
        RejectsWith(
                "ReturnsServerErrorForNotFound",
                "responds with 500 for what it does not find",
                500,
                inPlaceOf: 404,
                "CreateWorkflowRun/not-found/unknown-definition",
                "CreateWorkflowRun/robustness/no-server-error"
            )
            .AlsoBreaking(
                "CreateWorkflowRun/error/ResourceNotFoundException/status",
                "CreateWorkflowRun/workflowDefinitionName/*",
                "CreateWorkflowRun/not-found/*",
                "CreateWorkflowDefinition/robustness/no-server-error"
            ),
        RejectsWith(
                "ReturnsSuccessWithAnErrorInIt",
                "responds with 200 with an error in it",
                200,
                inPlaceOf: 400,
                "*/rejected",
                "*/null-rejected",
                "*/body/malformed-json"
            )
            .AlsoBreaking(
                "*/body/*",
                "*/uri/illegal-octets",
                "*/response/*",
                "CreateWorkflowRun/not-found/part-of-a-name"
            ),
    ];

    /// <summary>One status takes the place of the right one.</summary>
    private static Mutant RejectsWith(string name, int wrong, int inPlaceOf, params ImmutableArray<string> breaks) =>
        RejectsWith(name, $"responds with {wrong} in place of {inPlaceOf}", wrong, inPlaceOf, breaks);

    private static Mutant RejectsWith(
        string name,
        string says,
        int wrong,
        int inPlaceOf,
        params ImmutableArray<string> breaks
    ) => ChangesRejections(name, says, r => r.Status == inPlaceOf ? r with { Status = wrong } : r, breaks);
}
