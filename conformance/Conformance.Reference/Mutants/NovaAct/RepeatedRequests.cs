using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>What repeats a request and what does not is mixed up, or gets a wrong response.</summary>
internal static class RepeatedRequests
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        ComparesBytes("ComparesBytesOfRepeatedRun", CreateRun, "compares the bytes of repeated runs"),
        ComparesBytes(
            "ComparesBytesOfRepeatedDefinition",
            CreateDefinition,
            "compares the bytes of repeated definitions"
        ),
        Row(
            "StartsSecondRunBehindTheFirst",
            "starts a second run and gives the first one's id",
            ["CreateWorkflowRun/idempotency/replay-starts-no-second-run"],
            StartsSecondRunBehindTheFirst
        ),
        CarriesOutConflicts("StartsSecondRunForOtherParameters", CreateRun, "starts a second run for other parameters"),
        CarriesOutConflicts(
            "MakesSecondDefinitionForOtherParameters",
            CreateDefinition,
            "makes a second definition for other parameters"
        ),
        Row(
                "TakesEqualParametersForTheSame",
                "takes equal parameters for the same request",
                [
                    "CreateWorkflowRun/idempotency/distinct-tokens-start-distinct-runs",
                    "CreateWorkflowRun/idempotency/omitted-token-starts-distinct-runs",
                ],
                () => Twists.Handling(CreateRun, c => HasUsableToken(c) ? c.Rewritten(PutDigestAsToken) : c)
            )
            .AlsoBreaking(
                "CreateWorkflowRun/idempotency/*",
                "CreateWorkflowRun/runs/distinct",
                "CreateWorkflowRun/supporting/*"
            ),
        RepeatsWithout("RepeatsRunsWithoutTheirId", CreateRun, "workflowRunId"),
        RepeatsWithout("RepeatsDefinitionsWithoutTheirStatus", CreateDefinition, "status"),
        Ignores("IgnoresLogGroupInRepeats", CreateRun, "logGroupName"),
        Ignores("IgnoresDescriptionInRepeats", CreateDefinition, "description"),
    ];

    /// <summary>The bytes of a repeat are compared, not what it asks for.</summary>
    private static Mutant ComparesBytes(string name, NovaActOperation operation, string says) =>
        Row(
            name,
            says,
            [$"{operation}/idempotency/reordered-body-is-a-replay"],
            () =>
            {
                var bodies = new ConcurrentDictionary<string, string>();
                return Twists.Correct with
                {
                    Handle = call =>
                    {
                        var body = Convert.ToHexString(call.Request.Body.Span);
                        var isOther =
                            call.Operation == operation
                            && call.Text("clientToken") is { } token
                            && bodies.GetOrAdd(call.DefinitionName + token, body) != body;
                        return isOther ? FakeResponses.Conflict() : Twists.Correct.Handle(call);
                    },
                };
            }
        );

    private static NovaActBehaviour StartsSecondRunBehindTheFirst() =>
        Twists.Responding(
            CreateRun,
            (call, response) =>
            {
                if (response.Status == 201 && call.Text("clientToken") is not null)
                    Twists.Correct.Handle(call.Rewritten(o => o.Remove("clientToken")));
                return response;
            }
        );

    /// <summary>What conflicts with an earlier use of the token is carried out all the same.</summary>
    private static Mutant CarriesOutConflicts(string name, NovaActOperation operation, string says) =>
        Row(
            name,
            says,
            [
                $"{operation}/idempotency/other-parameters/no-second-resource",
                $"{operation}/idempotency/other-parameters/conflict",
            ],
            () =>
                Twists.Responding(
                    operation,
                    (call, response) =>
                        response.Status == 409 && call.Text("clientToken") is not null
                            ? Twists.Correct.Handle(call.Rewritten(o => o.Remove("clientToken")))
                            : response
                )
        );

    private static bool HasUsableToken(NovaActCall call) =>
        call.Json() is { } body
        && (
            !body.ContainsKey("clientToken")
            || (call.Text("clientToken") is { } token && Twists.Correct.Run.ClientToken.Check(token) is null)
        );

    private static void PutDigestAsToken(JsonObject body)
    {
        body.Remove("clientToken");
        body["clientToken"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(body.ToJsonString())));
    }

    /// <summary>The response to a repeat lacks what the first had.</summary>
    private static Mutant RepeatsWithout(string name, NovaActOperation operation, string member) =>
        Row(
                name,
                $"leaves {member} out of the response to a repeated {operation}",
                [$"{operation}/idempotency/replay"],
                () =>
                {
                    var seen = new ConcurrentDictionary<string, bool>();
                    return Twists.Responding(
                        operation,
                        (call, response) =>
                            response.Status == 201 && call.Text("clientToken") is { } token && !seen.TryAdd(token, true)
                                ? response.Rewritten(body => body.Remove(member))
                                : response
                    );
                }
            )
            .AlsoBreaking("*/idempotency/*", "*/response/*");

    /// <summary>One parameter does not count when a request is compared with an earlier one of the same token.</summary>
    private static Mutant Ignores(string name, NovaActOperation operation, string member) =>
        Row(
            name,
            $"takes a request with another {member} for a repeat",
            [$"{operation}/idempotency/other-parameters/conflict"],
            () =>
            {
                var first = new ConcurrentDictionary<string, string?>();
                return Twists.Handling(
                    operation,
                    call =>
                        call.Text("clientToken") is { } token
                            ? call.Rewritten(body => Put(body, member, first.GetOrAdd(token, call.Text(member))))
                            : call
                );
            }
        );

    private static void Put(JsonObject body, string member, string? value)
    {
        if (value is null)
            body.Remove(member);
        else
            body[member] = value;
    }
}
