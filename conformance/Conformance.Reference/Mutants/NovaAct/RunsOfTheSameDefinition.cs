using System.Collections.Concurrent;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Runs that are right alone and wrong where their definition has others, or what belongs to them is mixed up.</summary>
internal static class RunsOfTheSameDefinition
{
    private const int Beginning = 256;

    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
                "FindsTheLatestRunAlone",
                "finds no run of a definition but the one that was started last",
                ["CreateWorkflowRun/concurrency/own-responses"],
                FindsTheLatest
            )
            .AlsoBreaking("CreateWorkflowRun/*"),
        Row(
                "LosesLogGroupBesideToken",
                "loses the log group of a run that was started with a token",
                ["CreateWorkflowRun/supporting/get-shows-what-was-created"],
                LosesLogGroup
            )
            .AlsoBreaking("CreateWorkflowRun/supporting/*", "CreateWorkflowRun/concurrency/*"),
        ShownNames.Shows(
            "ShowsLogGroupsWithoutTheirFirstSlash",
            "shows log groups without the slash at their beginning",
            CreateRun,
            NovaActOperation.GetWorkflowRun,
            "get-shows-what-was-created",
            "logGroupName",
            group => group is ['/', _, ..] ? group[1..] : group
        ),
        Row(
                "RepeatsResponsesToTheSameBeginning",
                "gives the same response to bodies of runs that are alike in their first 256 bytes",
                ["CreateWorkflowRun/idempotency/distinct-tokens-start-distinct-runs"],
                RepeatsResponses
            )
            .AlsoBreaking("CreateWorkflowRun/*"),
        Row(
                "StartsRunsBehindConflicts",
                "starts a run when it says that the token is spent on another",
                ["CreateWorkflowRun/idempotency/other-parameters/no-second-resource"],
                () =>
                    Twists.Responding(
                        CreateRun,
                        (call, response) =>
                        {
                            if (response.Status == 409)
                                Replays.HandleAnew(call);
                            return response;
                        }
                    )
            )
            .AlsoBreaking("CreateWorkflowRun/refusal/changes-nothing"),
    ];

    /// <summary>A definition has one place for its run.</summary>
    private static NovaActBehaviour FindsTheLatest()
    {
        var started = new ConcurrentDictionary<string, bool>();
        var latest = new ConcurrentDictionary<string, string>();
        return Twists.Correct with
        {
            Handle = call =>
            {
                var response = Twists.Correct.Handle(call);
                if (call.Operation == CreateRun && Replays.RunId(response) is { } id && started.TryAdd(id, true))
                    latest[call.DefinitionName] = id;
                var isReplaced =
                    call.Operation == NovaActOperation.GetWorkflowRun
                    && response.Status == 200
                    && latest.TryGetValue(call.DefinitionName, out var last)
                    && last != call.RunId;
                return isReplaced ? call.NotFound() : response;
            },
        };
    }

    private static NovaActBehaviour LosesLogGroup()
    {
        var tokened = new ConcurrentDictionary<string, bool>();
        return Twists.Correct with
        {
            Handle = call =>
            {
                var response = Twists.Correct.Handle(call);
                if (call.Operation == CreateRun && Replays.RunId(response) is { } id)
                    if (call.Text("clientToken") is not null)
                        tokened[id] = true;
                return call.Operation == NovaActOperation.GetWorkflowRun && tokened.ContainsKey(call.RunId)
                    ? response.Rewritten(run => run.Remove("logGroupName"))
                    : response;
            },
        };
    }

    /// <summary>Responses are kept by the beginning of what they respond to; what is shorter is not kept.</summary>
    private static NovaActBehaviour RepeatsResponses()
    {
        var kept = new ConcurrentDictionary<string, Response>();
        return Twists.Correct with
        {
            Handle = call =>
            {
                if (call.Operation != CreateRun || call.Request.Body.Length <= Beginning)
                    return Twists.Correct.Handle(call);
                var key = $"{call.DefinitionName} {Convert.ToHexString(call.Request.Body.Span[..Beginning])}";
                if (kept.TryGetValue(key, out var earlier))
                    return earlier;
                var response = Twists.Correct.Handle(call);
                if (response.Status == 201)
                    kept.TryAdd(key, response);
                return response;
            },
        };
    }
}
