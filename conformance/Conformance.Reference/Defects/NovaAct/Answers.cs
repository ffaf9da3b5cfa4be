using System.Collections.Immutable;
using System.Text;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>The right thing is done, and the answer says it wrong.</summary>
internal static class Answers
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new AnswersTwoHundred(),
        new AnswersAccepted(),
        new AnswersDefinitionWithTwoHundred(),
        new AnswersNoContentForDefinition(),
        new AnswersRunAsText(),
        new AnswersRunAsAnotherJson(),
        new AnswersDefinitionWithoutContentType(),
        new GivesNoRunId(),
        new GivesNullAsRunId(),
        new GivesRunIdUnderAnotherName(),
        new GivesNumberAsRunId(),
        new GivesRunIdInCapitals(),
        new GivesRunIdWithoutHyphens(),
        new GivesRunIdInBraces(),
        new GivesArnAsRunId(),
        new GivesNoStatusOfRun(),
        new GivesUnknownStatusOfRun(),
        new GivesStatusOfRunInSmallLetters(),
        new GivesNumberAsStatusOfRun(),
        new GivesNoStatusOfDefinition(),
        new GivesUnknownStatusOfDefinition(),
        new GivesBooleanAsStatusOfDefinition(),
        new AnswersRunWithArray(),
        new AnswersRunWithHalfABody(),
        new WrapsAnswerOfRun(),
    ];
}

/// <summary>What accepts a request is changed.</summary>
internal abstract class ChangesAccepted(
    NovaActOperation operation,
    string says,
    Func<Answer, Answer> change,
    params ImmutableArray<string> breaks
) : NovaActDefect(says, [.. breaks.Select(id => $"{operation}/response/{id}")])
{
    /// <summary>Without what tells runs apart, nothing else that compares them can be proved.</summary>
    protected override ImmutableArray<string> AlsoBreaks => [$"{operation}/response/*"];

    protected sealed override NovaActBehaviour Twist() =>
        Twists.Finishing(operation, answer => answer.Status == 201 ? change(answer) : answer);
}

internal sealed class AnswersTwoHundred()
    : ChangesAccepted(CreateRun, "answers a run with 200", a => a with { Status = 200 }, "status-code");

internal sealed class AnswersAccepted()
    : ChangesAccepted(CreateRun, "answers a run with 202", a => a with { Status = 202 }, "status-code");

internal sealed class AnswersDefinitionWithTwoHundred()
    : ChangesAccepted(CreateDefinition, "answers a definition with 200", a => a with { Status = 200 }, "status-code");

internal sealed class AnswersNoContentForDefinition()
    : ChangesAccepted(
        CreateDefinition,
        "answers a definition with 204 and nothing else",
        a => new Answer(204, default, []),
        "status-code",
        "content-type",
        "status/required"
    );

internal sealed class AnswersRunAsText()
    : ChangesAccepted(
        CreateRun,
        "answers a run as text/plain",
        a => a.WithHeader("Content-Type", "text/plain"),
        "content-type"
    );

internal sealed class AnswersRunAsAnotherJson()
    : ChangesAccepted(
        CreateRun,
        "answers a run as application/x-amz-json-1.1",
        a => a.WithHeader("Content-Type", "application/x-amz-json-1.1"),
        "content-type"
    );

internal sealed class AnswersDefinitionWithoutContentType()
    : ChangesAccepted(
        CreateDefinition,
        "answers a definition without content type",
        a => a.WithoutHeader("Content-Type"),
        "content-type"
    );

internal sealed class AnswersRunWithArray()
    : ChangesAccepted(
        CreateRun,
        "answers a run with an array",
        a => a with { Body = Encoding.UTF8.GetBytes($"[{Encoding.UTF8.GetString(a.Body.Span)}]") },
        "status/*",
        "workflowRunId/*"
    );

internal sealed class AnswersRunWithHalfABody()
    : ChangesAccepted(
        CreateRun,
        "answers a run with half a body",
        a => a with { Body = a.Body[..(a.Body.Length / 2)] },
        "status/*",
        "workflowRunId/*"
    );

internal sealed class WrapsAnswerOfRun()
    : ChangesAccepted(
        CreateRun,
        "wraps the answer of a run into a member data",
        a => a with { Body = Encoding.UTF8.GetBytes($$"""{"data":{{Encoding.UTF8.GetString(a.Body.Span)}}}""") },
        "status/required",
        "workflowRunId/required"
    );
