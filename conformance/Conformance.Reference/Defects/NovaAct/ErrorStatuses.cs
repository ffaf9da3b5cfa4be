using System.Collections.Immutable;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>What has to be refused is refused with a wrong status, or in a form that is none.</summary>
internal static class ErrorStatuses
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new AnswersBadRequestForNotFound(),
        new AnswersForbiddenForNotFound(),
        new AnswersNotFoundForConflict(),
        new AnswersBadRequestForConflict(),
        new AnswersUnprocessable(),
        new AnswersUnprocessableForDefinitions(),
        new AnswersServerErrorForInvalid(),
        new AnswersServerErrorForDuplicates(),
        new AnswersServerErrorForNotFound(),
        new AnswersSuccessWithAnErrorInIt(),
        new AnswersErrorsAsHtml(),
        new AnswersErrorsAsText(),
        new AnswersErrorsAsProblemJson(),
        new AnswersErrorsWithoutContentType(),
        new AnswersErrorsWithNothing(),
        new AnswersErrorsWithBareText(),
        new AnswersNotFoundAsHtml(),
        new AnswersConflictAsHtml(),
        new WrapsErrors(),
    ];
}

/// <summary>Refusals are changed before they are written.</summary>
internal abstract class ChangesRefusals(
    string says,
    Func<Refusal, Refusal> change,
    params ImmutableArray<string> breaks
) : NovaActDefect(says, breaks)
{
    protected sealed override NovaActBehaviour Twist() => Twists.Refusing(change);

    /// <summary>One status takes the place of another.</summary>
    protected static Func<Refusal, Refusal> Status(int right, int wrong) =>
        refusal => refusal.Status == right ? refusal with { Status = wrong } : refusal;
}

/// <summary>Refusals are changed after they were written.</summary>
internal abstract class ChangesErrors(string says, Func<Answer, Answer> change, params ImmutableArray<string> breaks)
    : NovaActDefect(says, breaks)
{
    protected override ImmutableArray<string> AlsoBreaks => ["*/error/*"];

    protected sealed override NovaActBehaviour Twist() =>
        Twists.Correct with
        {
            Refuse = refusal => change(Twists.Correct.Refuse(refusal)),
        };

    protected static Answer As(Answer answer, string contentType, byte[] body) =>
        answer.WithHeader("Content-Type", contentType) with
        {
            Body = body,
        };
}

internal sealed class AnswersBadRequestForNotFound()
    : ChangesRefusals(
        "answers 400 in place of 404",
        Status(404, 400),
        "CreateWorkflowRun/not-found/unknown-definition",
        "CreateWorkflowRun/error/ResourceNotFoundException/status"
    );

internal sealed class AnswersForbiddenForNotFound()
    : ChangesRefusals(
        "answers 403 in place of 404",
        Status(404, 403),
        "CreateWorkflowRun/not-found/unknown-definition",
        "CreateWorkflowRun/error/ResourceNotFoundException/status"
    );

internal sealed class AnswersNotFoundForConflict()
    : ChangesRefusals(
        "answers 404 in place of 409",
        Status(409, 404),
        "CreateWorkflowDefinition/uniqueness/duplicate-name",
        "CreateWorkflowDefinition/error/ConflictException/status"
    )
{
    protected override ImmutableArray<string> AlsoBreaks => ["CreateWorkflowDefinition/name/*"];
}

internal sealed class AnswersBadRequestForConflict()
    : ChangesRefusals(
        "answers 400 in place of 409",
        Status(409, 400),
        "CreateWorkflowDefinition/uniqueness/duplicate-name",
        "CreateWorkflowDefinition/error/ConflictException/status"
    )
{
    protected override ImmutableArray<string> AlsoBreaks => ["CreateWorkflowDefinition/name/*"];
}

internal sealed class AnswersUnprocessable()
    : ChangesRefusals(
        "answers 422 in place of 400",
        Status(400, 422),
        "*/error/ValidationException/status",
        "*/rejected",
        "*/null-rejected"
    )
{
    protected override ImmutableArray<string> AlsoBreaks =>
        ["*/uri/illegal-octets", "CreateWorkflowRun/not-found/part-of-a-name"];
}

internal sealed class AnswersUnprocessableForDefinitions()
    : NovaActDefect(
        "answers 422 in place of 400 to a definition",
        "CreateWorkflowDefinition/error/ValidationException/status",
        "CreateWorkflowDefinition/*/rejected"
    )
{
    protected override ImmutableArray<string> AlsoBreaks => ["CreateWorkflowDefinition/*/null-rejected"];

    protected override NovaActBehaviour Twist() =>
        Twists.Finishing(CreateDefinition, a => a.Status == 400 ? a with { Status = 422 } : a);
}

internal sealed class AnswersServerErrorForInvalid()
    : ChangesRefusals(
        "answers 500 in place of 400",
        Status(400, 500),
        "*/error/ValidationException/status",
        "*/rejected",
        "*/null-rejected",
        "*/robustness/no-server-error",
        "*/body/malformed-json"
    )
{
    protected override ImmutableArray<string> AlsoBreaks =>
        ["*/body/*", "*/uri/illegal-octets", "CreateWorkflowRun/not-found/part-of-a-name"];
}

internal sealed class AnswersServerErrorForDuplicates()
    : ChangesRefusals(
        "answers 500 to duplicates",
        Status(409, 500),
        "CreateWorkflowDefinition/uniqueness/duplicate-name",
        "*/robustness/no-server-error"
    )
{
    protected override ImmutableArray<string> AlsoBreaks =>
        [
            "*/error/ConflictException/status",
            "*/idempotency/other-parameters/conflict",
            "CreateWorkflowDefinition/name/*",
        ];
}

internal sealed class AnswersServerErrorForNotFound()
    : ChangesRefusals(
        "answers 500 for what it does not find",
        Status(404, 500),
        "CreateWorkflowRun/not-found/unknown-definition",
        "CreateWorkflowRun/robustness/no-server-error"
    )
{
    protected override ImmutableArray<string> AlsoBreaks =>
        [
            "CreateWorkflowRun/error/ResourceNotFoundException/status",
            "CreateWorkflowRun/workflowDefinitionName/*",
            "CreateWorkflowRun/not-found/*",
        ];
}

internal sealed class AnswersSuccessWithAnErrorInIt()
    : ChangesRefusals(
        "answers 200 with an error in it",
        Status(400, 200),
        "*/rejected",
        "*/null-rejected",
        "*/body/malformed-json"
    )
{
    protected override ImmutableArray<string> AlsoBreaks =>
        ["*/body/*", "*/uri/illegal-octets", "CreateWorkflowRun/not-found/part-of-a-name"];
}
