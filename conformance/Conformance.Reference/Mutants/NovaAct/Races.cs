using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.FakeResponses;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Right one after the other, and wrong where two requests about the same come at once.</summary>
internal static class Races
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
            "ForgetsTokenInARace",
            "forgets a token when another comes at once",
            ["CreateWorkflowRun/idempotency/concurrent-replays"],
            ForgetsInARace
        ),
        Row(
            "ReturnsServerErrorToTokensAtOnce",
            "responds with 500 to all but one of several repeats at once",
            ["CreateWorkflowRun/robustness/no-server-error", "CreateWorkflowRun/idempotency/concurrent-replays"],
            FailsAtTokensAtOnce
        ),
        Row(
                "LosesARaceForNames",
                "lets two definitions of one name win at once",
                ["CreateWorkflowDefinition/uniqueness/concurrent-duplicates"],
                LosesARace
            )
            .AlsoBreaking("CreateWorkflowDefinition/idempotency/concurrent-replays"),
        Row(
                "RejectsEveryRival",
                "rejects every one of several definitions of one name at once",
                ["CreateWorkflowDefinition/uniqueness/concurrent-duplicates"],
                RejectsEveryRival
            )
            .AlsoBreaking("CreateWorkflowDefinition/idempotency/concurrent-replays"),
    ];

    /// <summary>Asks whether the token is known before it takes the lock under which the run is started.</summary>
    private static NovaActBehaviour ForgetsInARace()
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

    /// <summary>A unique key in the store is hit by the second of two at once, and nobody has thought of that.</summary>
    private static NovaActBehaviour FailsAtTokensAtOnce()
    {
        var meeting = new Meeting();
        return Twists.Correct with
        {
            Handle = call =>
                call.Operation == CreateRun && call.Text("clientToken") is { } token && meeting.Meets(token)
                    ? Twists.Correct.Reject(new Rejection(500, "InternalServerException", "duplicate key"))
                    : Twists.Correct.Handle(call),
        };
    }

    private static NovaActBehaviour LosesARace()
    {
        var meeting = new Meeting();
        return Twists.Correct with
        {
            Handle = call =>
            {
                var isMet = IsByToken(call, out var name) && meeting.Meets(name);
                var response = Twists.Correct.Handle(call);
                return isMet && IsTaken(response) ? Active : response;
            },
        };
    }

    private static NovaActBehaviour RejectsEveryRival()
    {
        var meeting = new Meeting();
        return Twists.Correct with
        {
            Handle = call =>
                IsByToken(call, out var name) && (meeting.HaveMet(name) || meeting.Meets(name))
                    ? Conflict()
                    : Twists.Correct.Handle(call),
        };
    }

    /// <summary>Whether this makes a definition under a token, as several at once do, and of which name.</summary>
    private static bool IsByToken(NovaActCall call, out string name)
    {
        name = call.Operation == CreateDefinition ? call.Text("name") ?? "" : "";
        return name.Length > 0 && call.Text("clientToken") is not null;
    }
}
