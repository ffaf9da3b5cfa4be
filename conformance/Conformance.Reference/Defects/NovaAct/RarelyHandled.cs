using System.Collections.Immutable;
using Conformance.Reference.Http;
using Conformance.Reference.Mutants;
using Conformance.Reference.Mutants.NovaAct;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>A request is handled wrongly once in so many chances.</summary>
internal abstract class RareHandling(string says, int onceIn, NovaActOperation operation, string breaks)
    : NovaActDefect($"{says} once in {onceIn}", breaks)
{
    public override int ShowsOnceIn => onceIn;

    protected sealed override NovaActBehaviour Twist()
    {
        var every = new Every(onceIn);
        return Twists.Answering(
            operation,
            (call, answer) => IsChance(call, answer) && every.Comes() ? Instead(call, answer) : answer
        );
    }

    /// <summary>Whether the lie could be told here.</summary>
    protected abstract bool IsChance(NovaActCall call, Answer answer);

    /// <summary>The wrong answer in place of the right one.</summary>
    protected abstract Answer Instead(NovaActCall call, Answer answer);
}

/// <summary>A token counts as none once in so many chances.</summary>
internal abstract class RareForgetting(
    string what,
    Func<Func<string?, string?>, NovaActBehaviour> with,
    string operation
) : NovaActDefect($"forgets the token of a {what} once in 20", $"{operation}/idempotency/*")
{
    public override int ShowsOnceIn => 20;

    protected sealed override NovaActBehaviour Twist()
    {
        var every = new Every(20);
        return with(token => token is not null && every.Comes() ? null : token);
    }
}

internal sealed class ForgetsRunTokenOnceIn20()
    : RareForgetting(
        "run",
        tokenOf => Twists.Correct with { RunTokens = new() { TokenOf = tokenOf } },
        "CreateWorkflowRun"
    );

internal sealed class ForgetsDefinitionTokenOnceIn20()
    : RareForgetting(
        "definition",
        tokenOf => Twists.Correct with { DefinitionTokens = new() { TokenOf = tokenOf } },
        "CreateWorkflowDefinition"
    );

internal sealed class AcceptsTakenNamesOnceIn20()
    : RareHandling(
        "accepts a name that is taken",
        20,
        NovaActOperation.CreateWorkflowDefinition,
        "CreateWorkflowDefinition/uniqueness/*"
    )
{
    protected override ImmutableArray<string> AlsoBreaks => ["CreateWorkflowDefinition/*"];

    protected override bool IsChance(NovaActCall call, Answer answer) => Existence.IsTaken(answer);

    protected override Answer Instead(NovaActCall call, Answer answer) => Existence.Active;
}

internal sealed class RefusesValidRunOnceIn100()
    : RareHandling("refuses a valid run", 100, NovaActOperation.CreateWorkflowRun, "CreateWorkflowRun/*/accepted")
{
    protected override ImmutableArray<string> AlsoBreaks => ["CreateWorkflowRun/*"];

    protected override bool IsChance(NovaActCall call, Answer answer) => answer.Status == 201;

    protected override Answer Instead(NovaActCall call, Answer answer) =>
        Twists.Correct.Refuse(
            new Refusal(400, "ValidationException", "busy") { Members = [new("reason", "FieldValidationFailed")] }
        );
}

internal sealed class GivesWrongRunIdOnceIn20()
    : RareHandling(
        "gives another id than that of the run that it started",
        20,
        NovaActOperation.CreateWorkflowRun,
        "CreateWorkflowRun/idempotency/*"
    )
{
    protected override ImmutableArray<string> AlsoBreaks => ["CreateWorkflowRun/supporting/*"];

    protected override bool IsChance(NovaActCall call, Answer answer) => answer.Status == 201;

    protected override Answer Instead(NovaActCall call, Answer answer) =>
        answer.Rewritten(o => o["workflowRunId"] = Other(o["workflowRunId"]!.GetValue<string>()));

    private static string Other(string id) => id[..^1] + (id[^1] == '0' ? '1' : '0');
}

/// <summary>A breach of one text member gets through once in so many chances.</summary>
internal abstract class LetsInRarely(
    TextMember member,
    string what,
    int onceIn,
    string breaks,
    Func<string, bool> letsIn
) : NovaActDefect($"takes {what} for {member.Path} once in {onceIn}", $"{member.Id}/{breaks}")
{
    public override int ShowsOnceIn => onceIn;

    protected override ImmutableArray<string> AlsoBreaks => [$"{member.Id}/*/rejected"];

    protected sealed override NovaActBehaviour Twist()
    {
        var every = new Every(onceIn);
        return member.Change(m => m.Taking(v => letsIn(v) && every.Comes()));
    }
}

internal sealed class AcceptsTooLongNameOnceIn20()
    : LetsInRarely(TextMember.Name, "too many characters", 20, "maxLength/rejected", v => v.Length > 40);

internal sealed class AcceptsAnyRunTokenOnceIn100()
    : LetsInRarely(
        TextMember.RunToken,
        "any characters",
        100,
        "pattern/rejected",
        v => v.Length is >= 33 and <= 256 && Twists.Correct.Run.ClientToken.Check(v) is not null
    );
