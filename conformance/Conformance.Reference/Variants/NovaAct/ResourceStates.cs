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
        AnswersOtherParameters("AnswersBadRequestToOtherParameters", 400, "ValidationException"),
        AnswersOtherParameters("AnswersUnprocessableToOtherParameters", 422, "IdempotentParameterMismatch"),
        HasOneScope("RefusesTokenOnAnotherDefinition", "refuses a token on another definition", _ => Conflict()),
        HasOneScope(
            "GivesFirstRunOnAnotherDefinition",
            "gives the first run for a token on another definition",
            first => first
        ),
        Deletes("TakesTimeToDelete", "takes its time to delete definitions", Conflict),
        Deletes(
            "HidesWhatIsBeingDeleted",
            "takes its time to delete definitions and hides them meanwhile",
            () => Twists.Correct.Refuse(Refused(404, "ResourceNotFoundException"))
        ),
        Row("SpendsTokensOfRefusedRequests", "spends the token of a refused request", "R18", SpendsTokens),
    ];

    private static Answer Conflict() => Twists.Correct.Refuse(Refused(409, "ConflictException"));

    /// <summary>A token that was used with other parameters is rejected in another way.</summary>
    private static Variant AnswersOtherParameters(string name, int status, string error) =>
        ChangesRefusals(
            name,
            $"answers {status} to a token with other parameters",
            "R6",
            r =>
                r.Status == 409 && r.Message.Contains("clientToken", StringComparison.Ordinal)
                    ? Refused(status, error)
                    : r
        );

    /// <summary>Tokens of runs have one scope for all definitions.</summary>
    private static Variant HasOneScope(string name, string says, Func<Answer, Answer> repeat) =>
        Row(
            name,
            says,
            "R7",
            () =>
            {
                var first = new ConcurrentDictionary<string, (string Definition, Answer Answer)>();
                return Twists.Correct with
                {
                    Handle = call =>
                    {
                        if (call.Operation != CreateRun || call.Text("clientToken") is not { } token)
                            return Twists.Correct.Handle(call);
                        if (first.TryGetValue(token, out var known) && known.Definition != call.DefinitionName)
                            return repeat(known.Answer);
                        var answer = Twists.Correct.Handle(call);
                        if (answer.Status == 201)
                            first.TryAdd(token, (call.DefinitionName, answer));
                        return answer;
                    },
                };
            }
        );

    /// <summary>A definition that was deleted keeps its name, and takes no more runs.</summary>
    private static Variant Deletes(string name, string says, Func<Answer> meanwhile) =>
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
                                ? Answer.Json(202, writer => writer.WriteString("status", DefinitionStatus.Deleting))
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
        return Twists.Correct with
        {
            Handle = call =>
            {
                if (call.Text("clientToken") is not { } token)
                    return Twists.Correct.Handle(call);
                if (spent.ContainsKey(token))
                    return Conflict();
                var answer = Twists.Correct.Handle(call);
                if (answer.Status == 400 && Twists.Correct.Run.ClientToken.Check(token) is null)
                    spent.TryAdd(token, true);
                return answer;
            },
        };
    }
}
