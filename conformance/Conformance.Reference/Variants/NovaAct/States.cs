using System.Collections.Concurrent;
using System.Collections.Immutable;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Variants.NovaAct;

/// <summary>Resources and tokens that live in another way.</summary>
internal static class States
{
    public static readonly ImmutableArray<OldVariant> All =
    [
        new AnswersBadRequestToOtherParameters(),
        new AnswersUnprocessableToOtherParameters(),
        new RefusesTokenOnAnotherDefinition(),
        new GivesFirstRunOnAnotherDefinition(),
        new TakesTimeToDelete(),
        new HidesWhatIsBeingDeleted(),
        new SpendsTokensOfRefusedRequests(),
        new HasNoSupportingOperation(),
        new AllowsNoSupportingOperation(),
        new ImplementsNoSupportingOperation(),
        new HasAQuotaOfForty(),
        new HasAQuotaOfManyDefinitions(),
        new LooksUpModelsAndTellsOne(),
        new LooksUpModels(),
        new DoesNotFindModels(),
        new LooksUpLogGroupsAndTellsOne(),
        new LooksUpLogGroups(),
        new DoesNotFindLogGroups(),
        new LooksUpBucketsAndTellsOne(),
        new LooksUpBuckets(),
        new DoesNotFindBuckets(),
        new AsksForCredentials(),
        new AnswersUnauthorized(),
    ];

    /// <summary>A refusal with all members that any error has.</summary>
    public static Refusal Refused(int status, string error) =>
        new(status, error, "refused")
        {
            Members = [new("reason", "FieldValidationFailed"), new("resourceId", "x"), new("resourceType", "x")],
        };

    public static Answer Conflict() => Twists.Correct.Refuse(Refused(409, "ConflictException"));
}

/// <summary>A token that was used with other parameters is refused in another way.</summary>
internal abstract class AnswersOtherParameters(int status, string error)
    : Refuses(
        $"answers {status} to a token with other parameters",
        r =>
            r.Status == 409 && r.Message.Contains("clientToken", StringComparison.Ordinal)
                ? States.Refused(status, error)
                : r,
        "R6"
    );

internal sealed class AnswersBadRequestToOtherParameters() : AnswersOtherParameters(400, "ValidationException");

internal sealed class AnswersUnprocessableToOtherParameters()
    : AnswersOtherParameters(422, "IdempotentParameterMismatch");

/// <summary>Tokens of runs have one scope for all definitions.</summary>
internal abstract class HasOneScope(string says, Func<Answer, Answer> repeat) : NovaActVariant(says, "R7")
{
    protected sealed override NovaActBehaviour Twist()
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
}

internal sealed class RefusesTokenOnAnotherDefinition()
    : HasOneScope("refuses a token on another definition", _ => States.Conflict());

internal sealed class GivesFirstRunOnAnotherDefinition()
    : HasOneScope("gives the first run for a token on another definition", first => first);

/// <summary>A definition that was deleted keeps its name, and takes no more runs.</summary>
internal abstract class Deletes(string says, Func<Answer> meanwhile) : NovaActVariant(says, "R17")
{
    protected sealed override NovaActBehaviour Twist()
    {
        var dying = new ConcurrentDictionary<string, bool>();
        return Twists.Correct with
        {
            Handle = call =>
            {
                if (call.Operation == NovaActOperation.DeleteWorkflowDefinition)
                    return dying.TryAdd(call.DefinitionName, true)
                        ? Answer.Json(202, writer => writer.WriteString("status", DefinitionStatus.Deleting))
                        : States.Conflict();
                return call.Operation != CreateDefinition && dying.ContainsKey(call.DefinitionName)
                    ? meanwhile()
                    : Twists.Correct.Handle(call);
            },
        };
    }
}

internal sealed class TakesTimeToDelete() : Deletes("takes its time to delete definitions", States.Conflict);

internal sealed class HidesWhatIsBeingDeleted()
    : Deletes(
        "takes its time to delete definitions and hides them meanwhile",
        () => Twists.Correct.Refuse(States.Refused(404, "ResourceNotFoundException"))
    );

internal sealed class SpendsTokensOfRefusedRequests() : NovaActVariant("spends the token of a refused request", "R18")
{
    protected override NovaActBehaviour Twist()
    {
        var spent = new ConcurrentDictionary<string, bool>();
        return Twists.Correct with
        {
            Handle = call =>
            {
                if (call.Text("clientToken") is not { } token)
                    return Twists.Correct.Handle(call);
                if (spent.ContainsKey(token))
                    return States.Conflict();
                var answer = Twists.Correct.Handle(call);
                if (answer.Status == 400 && Twists.Correct.Run.ClientToken.Check(token) is null)
                    spent.TryAdd(token, true);
                return answer;
            },
        };
    }
}
