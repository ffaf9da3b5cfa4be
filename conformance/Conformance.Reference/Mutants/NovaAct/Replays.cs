using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Repeats that get another response than the first request got, or are forgotten after a while.</summary>
internal static class Replays
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        RepeatsRuns(
            "RespondsToRepeatedRunsWithTwoHundred",
            "responds to repeated runs with 200",
            "idempotency/replay-is-the-whole-response",
            (_, response) => response with { Status = 200 }
        ),
        RepeatsRuns(
            "CallsRepeatedRunsExisting",
            "gives a repeated run the status EXISTING",
            "response/status/enum",
            (_, response) => response.Rewritten(run => run["status"] = "EXISTING")
        ),
        Row(
                "RepeatsDefinitionsAsText",
                "responds to repeated definitions with text",
                ["CreateWorkflowDefinition/idempotency/replay-is-the-whole-response"],
                RepeatsDefinitionsAsText
            )
            .AlsoBreaking("CreateWorkflowDefinition/response/*", "CreateWorkflowDefinition/idempotency/*"),
        Row(
                "ForgetsTokenWhenTheRunEnds",
                "forgets the token of a run that has ended",
                ["CreateWorkflowRun/idempotency/replay-after-the-end"],
                ForgetsTokenAtTheEnd
            )
            .AlsoBreaking("CreateWorkflowRun/idempotency/*"),
        Row(
                "ForgetsTokenThatWasRepeated",
                "forgets the token of a run once it has been repeated",
                ["CreateWorkflowRun/idempotency/replay*"],
                ForgetsTokenThatWasRepeated
            )
            .AlsoBreaking("CreateWorkflowRun/idempotency/*"),
    ];

    /// <summary>The response to a repeated run is another one.</summary>
    public static Mutant RepeatsRuns(
        string name,
        string says,
        string breaks,
        Func<NovaActCall, Response, Response> repeat
    ) =>
        Row(
                name,
                says,
                [$"CreateWorkflowRun/{breaks}"],
                () =>
                {
                    var given = new ConcurrentDictionary<string, bool>();
                    return Twists.Responding(
                        CreateRun,
                        (call, response) =>
                            RunId(response) is { } id && !given.TryAdd(id, true) ? repeat(call, response) : response
                    );
                }
            )
            .AlsoBreaking("CreateWorkflowRun/idempotency/*", "CreateWorkflowRun/response/*");

    /// <summary>The run of a response that accepts one, else null.</summary>
    public static string? RunId(Response response) =>
        response.Status == 201 ? JsonNode.Parse(response.Body.Span)!["workflowRunId"]!.GetValue<string>() : null;

    /// <summary>Carries a call out as if it had no token.</summary>
    public static Response HandleAnew(NovaActCall call) =>
        Twists.Correct.Handle(call.Rewritten(body => body.Remove("clientToken")));

    private static NovaActBehaviour RepeatsDefinitionsAsText()
    {
        var spent = new ConcurrentDictionary<string, bool>();
        return Twists.Responding(
            CreateDefinition,
            (call, response) =>
                response.Status == 201 && call.Text("clientToken") is { } token && !spent.TryAdd(token, true)
                    ? response.WithHeader("Content-Type", "text/plain")
                    : response
        );
    }

    /// <summary>Tokens are looked for among the runs that go on.</summary>
    private static NovaActBehaviour ForgetsTokenAtTheEnd()
    {
        var ended = new ConcurrentDictionary<string, bool>();
        return Twists.Correct with
        {
            Handle = call =>
            {
                var response = Twists.Correct.Handle(call);
                var isEnd =
                    call.Operation == NovaActOperation.UpdateWorkflowRun
                    && response.Status == 200
                    && call.Text("status") is not RunStatus.Running;
                if (isEnd)
                    ended[call.RunId] = true;
                return call.Operation == CreateRun && RunId(response) is { } id && ended.ContainsKey(id)
                    ? HandleAnew(call)
                    : response;
            },
        };
    }

    /// <summary>The token is taken out of the table when it is found there.</summary>
    private static NovaActBehaviour ForgetsTokenThatWasRepeated()
    {
        var times = new ConcurrentDictionary<string, int>();
        return Twists.Responding(
            CreateRun,
            (call, response) =>
                RunId(response) is { } id && times.AddOrUpdate(id, 1, (_, n) => n + 1) > 2 ? HandleAnew(call) : response
        );
    }
}
