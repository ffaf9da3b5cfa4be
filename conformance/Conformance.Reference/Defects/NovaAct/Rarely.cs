using System.Collections.Immutable;
using Conformance.Reference.Http;
using Conformance.Reference.Mutants;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>Right nearly always.</summary>
internal static class Rarely
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new AnswersTwoHundredOnceIn20(),
        new GivesRunIdInCapitalsOnceIn20(),
        new GivesUnknownStatusOnceIn100(),
        new AnswersWithHalfABodyOnceIn100(),
        new OmitsRequestIdOnceIn100(),
        new FailsOnceIn100(),
        new ShowsStackTraceOnceIn20(),
        new AnswersErrorsAsHtmlOnceIn20(),
        new AnswersBadRequestForNotFoundOnceIn20(),
        new ForgetsRunTokenOnceIn20(),
        new ForgetsDefinitionTokenOnceIn20(),
        new AcceptsTakenNamesOnceIn20(),
        new AcceptsTooLongNameOnceIn20(),
        new AcceptsAnyRunTokenOnceIn100(),
        new RefusesValidRunOnceIn100(),
        new GivesThePreviousRunOnceIn20(),
        new GivesWrongRunIdOnceIn20(),
    ];
}

/// <summary>An answer is wrong once in so many chances.</summary>
internal abstract class RareAnswer(
    string says,
    int onceIn,
    Func<NovaActOperation?, Answer, bool> isChance,
    Func<Answer, Answer> change,
    params ImmutableArray<string> breaks
) : NovaActDefect($"{says} once in {onceIn}", breaks)
{
    public override int ShowsOnceIn => onceIn;

    protected sealed override NovaActBehaviour Twist()
    {
        var every = new Every(onceIn);
        return Twists.Correct with
        {
            Finish = (operation, answer) => isChance(operation, answer) && every.Comes() ? change(answer) : answer,
        };
    }

    protected static bool IsRun(NovaActOperation? operation, Answer answer) =>
        operation == CreateRun && answer.Status == 201;

    protected static bool IsError(NovaActOperation? operation, Answer answer) =>
        operation is CreateRun or CreateDefinition && answer.Status >= 400;

    protected static bool IsEither(NovaActOperation? operation, Answer answer) =>
        operation is CreateRun or CreateDefinition;
}

internal sealed class AnswersTwoHundredOnceIn20()
    : RareAnswer(
        "answers a run with 200",
        20,
        IsRun,
        a => a with { Status = 200 },
        "CreateWorkflowRun/response/status-code"
    );

internal sealed class GivesRunIdInCapitalsOnceIn20()
    : RareAnswer(
        "gives the id of a run in capitals",
        20,
        IsRun,
        a => a.Rewritten(o => o["workflowRunId"] = o["workflowRunId"]!.GetValue<string>().ToUpperInvariant()),
        "CreateWorkflowRun/response/workflowRunId/pattern"
    )
{
    protected override ImmutableArray<string> AlsoBreaks => ["CreateWorkflowRun/*"];
}

internal sealed class GivesUnknownStatusOnceIn100()
    : RareAnswer(
        "gives a run an unknown status",
        100,
        IsRun,
        a => a.Rewritten(o => o["status"] = "PENDING"),
        "CreateWorkflowRun/response/status/enum"
    );

internal sealed class AnswersWithHalfABodyOnceIn100()
    : RareAnswer(
        "answers a run with half a body",
        100,
        IsRun,
        a => a with { Body = a.Body[..(a.Body.Length / 2)] },
        "CreateWorkflowRun/response/*"
    )
{
    /// <summary>A repeat whose answer is cut shows no run.</summary>
    protected override ImmutableArray<string> AlsoBreaks => ["CreateWorkflowRun/idempotency/*"];
}

internal sealed class OmitsRequestIdOnceIn100()
    : NovaActDefect("gives no request id once in 100", "CreateWorkflowRun/robustness/request-id")
{
    public override int ShowsOnceIn => 100;

    protected override ImmutableArray<string> AlsoBreaks => ["CreateWorkflowDefinition/robustness/request-id"];

    protected override NovaActBehaviour Twist()
    {
        var every = new Every(100);
        return Twists.Correct with
        {
            Stamp = (answer, id) => every.Comes() ? answer : Twists.Correct.Stamp(answer, id),
        };
    }
}

internal sealed class FailsOnceIn100()
    : RareAnswer(
        "fails",
        100,
        IsEither,
        _ => Twists.Correct.Refuse(new Refusal(500, "InternalServerException", "timeout")),
        "*/robustness/no-server-error"
    )
{
    /// <summary>Whatever that request was to show.</summary>
    protected override ImmutableArray<string> AlsoBreaks => ["*"];
}

internal sealed class ShowsStackTraceOnceIn20()
    : RareAnswer(
        "shows a stack trace",
        20,
        IsError,
        a =>
            a.Rewritten(o => o["message"] = "java.lang.NullPointerException\n\tat com.example.Runs.start(Runs.java:7)"),
        "*/robustness/no-stack-trace"
    );

internal sealed class AnswersErrorsAsHtmlOnceIn20()
    : RareAnswer(
        "answers an error as HTML",
        20,
        IsError,
        a => a.WithHeader("Content-Type", "text/html") with { Body = "<html></html>"u8.ToArray() },
        "*/error/*"
    );

internal sealed class AnswersBadRequestForNotFoundOnceIn20()
    : RareAnswer(
        "answers 400 in place of 404",
        20,
        (operation, answer) => operation == CreateRun && answer.Status == 404,
        a => a with { Status = 400 },
        "CreateWorkflowRun/not-found/unknown-definition"
    )
{
    protected override ImmutableArray<string> AlsoBreaks =>
        ["CreateWorkflowRun/error/ResourceNotFoundException/status"];
}

internal sealed class GivesThePreviousRunOnceIn20()
    : NovaActDefect("gives the run before in place of a new one once in 20", "CreateWorkflowRun/runs/distinct")
{
    public override int ShowsOnceIn => 20;

    protected override ImmutableArray<string> AlsoBreaks => ["CreateWorkflowRun/*"];

    protected override NovaActBehaviour Twist()
    {
        var every = new Every(20);
        Answer? before = null;
        return Twists.Answering(
            CreateRun,
            (_, answer) =>
            {
                if (answer.Status != 201)
                    return answer;
                var earlier = Interlocked.Exchange(ref before, answer);
                return every.Comes() ? earlier ?? answer : answer;
            }
        );
    }
}
