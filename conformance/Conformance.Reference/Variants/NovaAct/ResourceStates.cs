using System.Collections.Concurrent;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Variants.NovaAct.NovaActVariant;

namespace Conformance.Reference.Variants.NovaAct;

/// <summary>Resources and tokens that live in another way.</summary>
internal static class ResourceStates
{
    public static readonly ImmutableArray<Variant> Rows =
    [
        RespondsToOtherParameters("ReturnsBadRequestToOtherParameters", 400, "ValidationException"),
        RespondsToOtherParameters("ReturnsUnprocessableToOtherParameters", 422, "IdempotentParameterMismatch"),
        RejectsTokensOfOthers(),
        Deletes("TakesTimeToDelete", "takes its time to delete definitions", Conflict),
        Deletes(
            "HidesWhatIsBeingDeleted",
            "takes its time to delete definitions and hides them meanwhile",
            () => Twists.Correct.Reject(Rejected(404, "ResourceNotFoundException"))
        ),
        Row("SpendsTokensOfRejectedRequests", "spends the token of a rejected request", "R18", SpendsTokens),
    ];

    private static Response Conflict() => Twists.Correct.Reject(Rejected(409, "ConflictException"));

    /// <summary>A token that was used with other parameters is rejected in another way.</summary>
    private static Variant RespondsToOtherParameters(string name, int status, string error) =>
        ChangesRejections(
            name,
            $"responds with {status} to a token with other parameters",
            "R6",
            r =>
                r.Status == 409 && r.Message.Contains("clientToken", StringComparison.Ordinal)
                    ? Rejected(status, error)
                    : r
        );

    /// <summary>Tokens of runs have one scope for all definitions.</summary>
    private static Variant RejectsTokensOfOthers() =>
        Row(
            "RejectsTokenOnAnotherDefinition",
            "rejects a token on another definition",
            "R7",
            () =>
            {
                var first = new ConcurrentDictionary<string, string>();
                return Twists.Correct with
                {
                    Handle = call =>
                    {
                        if (call.Operation != CreateRun || call.Text("clientToken") is not { } token)
                            return Twists.Correct.Handle(call);
                        if (first.TryGetValue(token, out var definition) && definition != call.DefinitionName)
                            return Conflict();
                        var response = Twists.Correct.Handle(call);
                        if (response.Status == 201)
                            first.TryAdd(token, call.DefinitionName);
                        return response;
                    },
                };
            }
        );

    /// <summary>A definition that was deleted keeps its name, and takes no more runs.</summary>
    private static Variant Deletes(string name, string says, Func<Response> meanwhile) =>
        Row(
            name,
            says,
            "R17",
            () =>
            {
                var dying = new ConcurrentDictionary<string, bool>();
                return Twists.Correct with
                {
                    Handle = call =>
                    {
                        if (call.Operation == NovaActOperation.DeleteWorkflowDefinition)
                            return dying.TryAdd(call.DefinitionName, true)
                                ? Response.Json(202, writer => writer.WriteString("status", DefinitionStatus.Deleting))
                                : Conflict();
                        return call.Operation != CreateDefinition && dying.ContainsKey(call.DefinitionName)
                            ? meanwhile()
                            : Twists.Correct.Handle(call);
                    },
                };
            }
        );

    private static NovaActBehaviour SpendsTokens()
    {
        var spent = new ConcurrentDictionary<string, bool>();
        var used = new ConcurrentDictionary<string, bool>();
        return Twists.Correct with
        {
            Handle = call =>
            {
                if (call.Text("clientToken") is not { } token)
                    return Twists.Correct.Handle(call);
                if (spent.ContainsKey(token))
                    return Conflict();
                var response = Twists.Correct.Handle(call);
                if (response.Status == 201)
                    used.TryAdd(token, true);
                // One that is a request's already stays that.
                var isSpent = response.Status == 400 && Twists.Correct.Run.ClientToken.Check(token) is null;
                if (isSpent && !used.ContainsKey(token))
                    spent.TryAdd(token, true);
                return response;
            },
        };
    }
}
