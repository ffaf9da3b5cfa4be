using Conformance.Engine.Behaviours;
using Conformance.Engine.Testing;

namespace Conformance.Apis.NovaAct;

/// <summary>How each behaviour in Nova Act's register is proved.</summary>
public static class NovaActModule
{
    private const string Definition = "CreateWorkflowDefinition";
    private const string Run = "CreateWorkflowRun";

    public static readonly ApiModule Module = new(
        "nova-act",
        [
            .. Shared(Definition),
            Of(Definition, "uniqueness/duplicate-name", Uniqueness.RefusesDuplicate),
            Of(Definition, "uniqueness/concurrent-duplicates", Uniqueness.HoldsWhenAtOnce),
            Of(Definition, "uniqueness/name-case", Uniqueness.ObserveCase),
            Of(Definition, "refusal/changes-nothing", Refusals.LeaveTheNameFree),
            Of(Definition, "supporting/get-shows-what-was-created", Showing.Definition),
            .. Shared(Run),
            Of(Run, "not-found/unknown-definition", Unknown.DefinitionIsNotFound),
            Of(Run, "not-found/part-of-a-name", Unknown.NamesCountWhole),
            Of(Run, "not-found/deleted-definition", Deleted.DefinitionTakesNoRun),
            Of(Run, "idempotency/replay-starts-no-second-run", Replays.StartNoSecondRun),
            Of(Run, "idempotency/omitted-token-starts-distinct-runs", Tokens.OmittedStartDistinctRuns),
            Of(Run, "idempotency/distinct-tokens-start-distinct-runs", Tokens.StartDistinctRuns),
            Of(Run, "idempotency/token-on-another-definition", Scopes.ObserveAnotherDefinition),
            Of(Run, "idempotency/status-of-a-replay", Scopes.ObserveStatusOfReplay),
            Of(Run, "refusal/changes-nothing", Refusals.StartNoRun),
            Of(Run, "supporting/get-shows-what-was-created", Showing.Run),
        ]
    );

    /// <summary>Behaviours of both operations.</summary>
    private static ImmutableArray<Scenario> Shared(string operation) =>
        [
            Of(operation, "idempotency/replay", Replays.GiveTheFirstAnswer),
            Of(operation, "idempotency/reordered-body-is-a-replay", Replays.IgnoreTheBodysLayout),
            Of(operation, "idempotency/concurrent-replays", Replays.AgreeWhenAtOnce),
            Of(operation, "idempotency/token-is-case-sensitive", Tokens.AreCaseSensitive),
            Of(operation, "idempotency/whole-token-counts", Tokens.CountWhole),
            Of(operation, "idempotency/other-parameters/no-second-resource", OtherParameters.MakeNoSecondResource),
            Of(operation, "idempotency/other-parameters/conflict", OtherParameters.Conflict),
            Of(operation, "idempotency/token-of-a-refused-request", Refusals.ObserveItsToken),
        ];

    private static Scenario Of(string operation, string behaviour, Func<TestSession, Task<Finding>> prove) =>
        new(behaviour, prove) { Operation = operation };
}
