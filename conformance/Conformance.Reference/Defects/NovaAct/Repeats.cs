using System.Collections.Immutable;
using Conformance.Reference.Http;
using Conformance.Reference.Mutants;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

internal sealed class RefusesRepeatedRun()
    : RunTokens(
        "refuses a repeated run",
        t => t with { IsSameRequest = (_, _) => false },
        "replay",
        "concurrent-replays",
        "reordered-body-is-a-replay"
    );

internal sealed class RefusesRepeatedDefinition()
    : DefinitionTokens(
        "refuses a repeated definition",
        t => t with { IsSameRequest = (_, _) => false },
        "replay",
        "concurrent-replays",
        "reordered-body-is-a-replay"
    );

internal sealed class GivesFirstRunForOtherParameters()
    : RunTokens(
        "gives the first run for other parameters",
        t => t with { IsSameRequest = (_, _) => true },
        "other-parameters/conflict"
    );

internal sealed class PretendsOtherDefinition()
    : DefinitionTokens(
        "pretends to make a definition for other parameters",
        t => t with { IsSameRequest = (_, _) => true },
        "other-parameters/conflict"
    );

internal sealed class TakesRunsWithoutTokenForTheSame()
    : RunTokens(
        "takes runs without a token for the same",
        t => t with { TokenOf = token => token ?? "none", IsSameRequest = (_, _) => true },
        "omitted-token-starts-distinct-runs"
    )
{
    protected override ImmutableArray<string> AlsoBreaks =>
        [
            "CreateWorkflowRun/idempotency/other-parameters/conflict",
            "*/supporting/*",
            "CreateWorkflowRun/runs/distinct",
        ];
}

/// <summary>Only so many tokens of runs are remembered, whatever they were for.</summary>
internal abstract class RemembersTokens(int most, string says)
    : NovaActDefect(says, "CreateWorkflowRun/idempotency/replay")
{
    protected override ImmutableArray<string> AlsoBreaks => ["CreateWorkflowRun/idempotency/*"];

    protected sealed override NovaActBehaviour Twist()
    {
        var remembered = new List<(string Token, int Generation)>();
        var generation = 0;
        // The target asks this one call at a time.
        string? Aged(string? token)
        {
            if (token is null)
                return null;
            var known = remembered.FindIndex(r => r.Token == token);
            if (known < 0)
            {
                remembered.Add((token, ++generation));
                if (remembered.Count > most)
                    remembered.RemoveAt(0);
                known = remembered.Count - 1;
            }
            return $"{remembered[known].Generation} {token}";
        }
        return Twists.Correct with { RunTokens = new Idempotency { TokenOf = Aged } };
    }
}

internal sealed class RemembersLastTokenAlone() : RemembersTokens(1, "remembers the last token alone");

internal sealed class RemembersTenTokens() : RemembersTokens(10, "remembers the last ten tokens")
{
    public override int ShowsOnceIn => 10;
}

/// <summary>Asks whether the token is known before it takes the lock under which the run is started.</summary>
internal sealed class ForgetsTokenInARace()
    : NovaActDefect("forgets a token when another comes at once", "CreateWorkflowRun/idempotency/concurrent-replays")
{
    protected override NovaActBehaviour Twist()
    {
        var meeting = new Meeting();
        return Twists.Handling(
            CreateRun,
            call =>
                call.Text("clientToken") is { } token && meeting.Meets(token)
                    ? call.Rewritten(o => o.Remove("clientToken"))
                    : call
        );
    }
}

/// <summary>A unique key in the store is hit by the second of two at once, and nobody has thought of that.</summary>
internal sealed class AnswersServerErrorToTokensAtOnce()
    : NovaActDefect(
        "answers 500 to all but one of several repeats at once",
        "CreateWorkflowRun/robustness/no-server-error",
        "CreateWorkflowRun/idempotency/concurrent-replays"
    )
{
    protected override NovaActBehaviour Twist()
    {
        var meeting = new Meeting();
        return Twists.Correct with
        {
            Handle = call =>
                call.Operation == CreateRun && call.Text("clientToken") is { } token && meeting.Meets(token)
                    ? Twists.Correct.Refuse(new Refusal(500, "InternalServerException", "duplicate key"))
                    : Twists.Correct.Handle(call),
        };
    }
}

internal sealed class StartsSecondRunBehindTheFirst()
    : NovaActDefect(
        "starts a second run and gives the first one's id",
        "CreateWorkflowRun/idempotency/replay-starts-no-second-run"
    )
{
    protected override NovaActBehaviour Twist() =>
        Twists.Answering(
            CreateRun,
            (call, answer) =>
            {
                if (answer.Status == 201 && call.Text("clientToken") is not null)
                    Twists.Correct.Handle(call.Rewritten(o => o.Remove("clientToken")));
                return answer;
            }
        );
}

/// <summary>What conflicts with an earlier use of the token is carried out all the same.</summary>
internal abstract class CarriesOutConflicts(NovaActOperation operation, string says)
    : NovaActDefect(
        says,
        $"{operation}/idempotency/other-parameters/no-second-resource",
        $"{operation}/idempotency/other-parameters/conflict"
    )
{
    protected sealed override NovaActBehaviour Twist() =>
        Twists.Answering(
            operation,
            (call, answer) =>
                answer.Status == 409 && call.Text("clientToken") is not null
                    ? Twists.Correct.Handle(call.Rewritten(o => o.Remove("clientToken")))
                    : answer
        );
}

internal sealed class StartsSecondRunForOtherParameters()
    : CarriesOutConflicts(CreateRun, "starts a second run for other parameters");

internal sealed class MakesSecondDefinitionForOtherParameters()
    : CarriesOutConflicts(CreateDefinition, "makes a second definition for other parameters");
