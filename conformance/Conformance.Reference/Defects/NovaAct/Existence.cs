using System.Collections.Immutable;
using System.Text;
using Conformance.Reference.Http;
using Conformance.Reference.Mutants;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>Sight of what exists is lost.</summary>
internal static class Existence
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new AcceptsTakenNames(),
        new AcceptsTakenNamesWithAnotherDescription(),
        new AcceptsTakenNamesWithAnotherToken(),
        new LosesARaceForNames(),
        new RefusesEveryRival(),
        new SeesNewNamesLate(),
        new MakesUnknownDefinitions(),
        new StartsRunsOfUnknownDefinitions(),
        new StartsRunsOfDeletedDefinitions(),
        new KeepsNameOfRefusedDefinition(),
        new StartsRunThatItRefuses(),
        new StartsRunRefusedForItsToken(),
        new StartsRunRefusedForItsClient(),
        new ShowsAnotherName(),
        new LosesDescription(),
        new CutsStoredDescription(),
        new DoesNotFindTheRunItStarted(),
        new ShowsAnotherModel(),
        new ShowsRunsLate(),
    ];

    /// <summary>Whether this makes a definition under a token, as several at once do, and of which name.</summary>
    public static bool IsByToken(NovaActCall call, out string name)
    {
        name = call.Operation == NovaActOperation.CreateWorkflowDefinition ? call.Text("name") ?? "" : "";
        return name.Length > 0 && call.Text("clientToken") is not null;
    }

    /// <summary>The answer to a definition that was made.</summary>
    public static Answer Active { get; } = Answer.Json(201, writer => writer.WriteString("status", "ACTIVE"));

    /// <summary>The answer to a run that was started.</summary>
    public static Answer Running { get; } =
        Answer.Json(
            201,
            writer =>
            {
                writer.WriteString("workflowRunId", "7d444840-9dc0-11d1-b245-5ffdce74fad2");
                writer.WriteString("status", "RUNNING");
            }
        );

    /// <summary>Whether the answer says that a definition's name is taken.</summary>
    public static bool IsTaken(Answer answer) => Says(answer, "name that is not taken");

    /// <summary>Whether this stands in the answer.</summary>
    public static bool Says(Answer answer, string text) =>
        Encoding.UTF8.GetString(answer.Body.Span).Contains(text, StringComparison.Ordinal);

    /// <summary>A refusal of something that conflicts with what is there.</summary>
    public static Answer Conflict() =>
        Twists.Correct.Refuse(
            new Refusal(409, "ConflictException", "busy")
            {
                Members = [new("resourceId", "x"), new("resourceType", "x")],
            }
        );

    /// <summary>The answer to a run that was started.</summary>
    public static Answer Started(Guid id) =>
        Answer.Json(
            201,
            writer =>
            {
                writer.WriteString("workflowRunId", id);
                writer.WriteString("status", "RUNNING");
            }
        );
}

/// <summary>Definitions of a name that is taken are accepted, and forgotten.</summary>
internal abstract class AcceptsDuplicates(
    string when,
    Func<NovaActCall, bool> accepts,
    params ImmutableArray<string> breaks
)
    : NovaActDefect(
        $"accepts a name that is taken{when}",
        [.. breaks.Select(id => $"CreateWorkflowDefinition/uniqueness/{id}")]
    )
{
    protected override ImmutableArray<string> AlsoBreaks =>
        ["CreateWorkflowDefinition/idempotency/other-parameters/conflict", "CreateWorkflowDefinition/uniqueness/*"];

    protected sealed override NovaActBehaviour Twist() =>
        Twists.Answering(
            CreateDefinition,
            (call, answer) => Existence.IsTaken(answer) && accepts(call) ? Existence.Active : answer
        );
}

internal sealed class AcceptsTakenNames() : AcceptsDuplicates("", _ => true, "duplicate-name", "concurrent-duplicates");

internal sealed class AcceptsTakenNamesWithAnotherDescription()
    : AcceptsDuplicates(
        " when the description differs",
        call => call.Text("description") is not null,
        "duplicate-name"
    );

internal sealed class AcceptsTakenNamesWithAnotherToken()
    : AcceptsDuplicates(" when the token differs", call => call.Text("clientToken") is not null, "duplicate-name");

internal sealed class LosesARaceForNames()
    : NovaActDefect(
        "lets two definitions of one name win at once",
        "CreateWorkflowDefinition/uniqueness/concurrent-duplicates"
    )
{
    protected override ImmutableArray<string> AlsoBreaks => ["CreateWorkflowDefinition/idempotency/concurrent-replays"];

    protected override NovaActBehaviour Twist()
    {
        var meeting = new Meeting();
        return Twists.Correct with
        {
            Handle = call =>
            {
                var isMet = Existence.IsByToken(call, out var name) && meeting.Meets(name);
                var answer = Twists.Correct.Handle(call);
                return isMet && Existence.IsTaken(answer) ? Existence.Active : answer;
            },
        };
    }
}

internal sealed class RefusesEveryRival()
    : NovaActDefect(
        "refuses every one of several definitions of one name at once",
        "CreateWorkflowDefinition/uniqueness/concurrent-duplicates"
    )
{
    protected override ImmutableArray<string> AlsoBreaks => ["CreateWorkflowDefinition/idempotency/concurrent-replays"];

    protected override NovaActBehaviour Twist()
    {
        var meeting = new Meeting();
        return Twists.Correct with
        {
            Handle = call =>
                Existence.IsByToken(call, out var name) && (meeting.HaveMet(name) || meeting.Meets(name))
                    ? Existence.Conflict()
                    : Twists.Correct.Handle(call),
        };
    }
}
