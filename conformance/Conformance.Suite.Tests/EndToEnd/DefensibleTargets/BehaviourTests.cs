using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Suite.Tests.EndToEnd.Twists;

namespace Conformance.Suite.Tests.EndToEnd.DefensibleTargets;

/// <summary>Targets whose resources and tokens live in another way that the documents allow.</summary>
public sealed class BehaviourTests
{
    private const NovaActOperation Definition = NovaActOperation.CreateWorkflowDefinition;
    private const NovaActOperation Run = NovaActOperation.CreateWorkflowRun;

    private static readonly ImmutableArray<Reading> Readings =
    [
        new(
            "answers 400 to a token with other parameters (R6)",
            () => Twists.Refusing(r => IsSpentToken(r) ? Refused(400, "ValidationException") : r)
        ),
        new(
            "answers 422 to a token with other parameters (R6)",
            () => Twists.Refusing(r => IsSpentToken(r) ? Refused(422, "IdempotentParameterMismatch") : r)
        ),
        new("refuses a token on another definition (R7)", () => OneScope((_, _) => Conflict)),
        new("gives the first run for a token on another definition (R7)", () => OneScope((first, _) => first)),
        new("gives the present status of a run to a repeat (R16)", PresentStatus),
        new("takes its time to delete definitions (R17)", () => Deleting(NotFoundAnswer: false)),
        new(
            "takes its time to delete definitions and hides them meanwhile (R17)",
            () => Deleting(NotFoundAnswer: true)
        ),
        new("spends the token of a refused request (R18)", SpendsRefusedTokens),
        new("looks up models and is told one (R24)", () => LookingUp("modelId", "nova-1", 400))
        {
            Fixtures = Fixture("modelId", "nova-1"),
        },
        new("looks up models, answers 404, and is told one (R24)", () => LookingUp("modelId", "nova-1", 404))
        {
            Fixtures = Fixture("modelId", "nova-1"),
        },
        new("looks up models and is told none (R24)", () => LookingUp("modelId", "nova-1", 400))
        {
            MayBeUndecided = true,
        },
        new("looks up models, answers 404, and is told none (R24)", () => LookingUp("modelId", "nova-1", 404))
        {
            MayBeUndecided = true,
        },
        new("looks up log groups and is told one (R24)", () => LookingUp("logGroupName", "/my/logs", 404))
        {
            Fixtures = Fixture("logGroupName", "/my/logs"),
        },
        new("looks up log groups and is told none (R24)", () => LookingUp("logGroupName", "/my/logs", 400))
        {
            MayBeUndecided = true,
        },
        new(
            "looks up log groups, answers 404, and is told none (R24)",
            () => LookingUp("logGroupName", "/my/logs", 404)
        )
        {
            MayBeUndecided = true,
        },
        new("looks up buckets and is told one (R24)", () => LookingUp("exportConfig.s3BucketName", "my-bucket", 400))
        {
            Fixtures = Fixture("exportConfig.s3BucketName", "my-bucket"),
        },
        new("looks up buckets and is told none (R24)", () => LookingUp("exportConfig.s3BucketName", "my-bucket", 400))
        {
            MayBeUndecided = true,
        },
        new(
            "looks up buckets, answers 404, and is told none (R24)",
            () => LookingUp("exportConfig.s3BucketName", "my-bucket", 404)
        )
        {
            MayBeUndecided = true,
        },
        new("has no supporting operation and answers 404", () => Alone(404)),
        new("has no supporting operation and answers 405", () => Alone(405)),
        new("has no supporting operation and answers 501", () => Alone(501))
        {
            Warned = ["*/robustness/no-server-error"],
        },
        new("has a quota of 40 definitions", () => Quota(40)) { MayBeUndecided = true },
        new("has a quota of 150 definitions", () => Quota(150)) { MayBeUndecided = true },
    ];

    public static IEnumerable<TheoryDataRow<string>> Rows => Reading.Rows(Readings);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task IsNotAccused(string reading) => Reading.IsNotAccused(Readings, reading);

    private static Answer Conflict => Correct.Refuse(Refused(409, "ConflictException"));

    private static Refusal Refused(int status, string error) =>
        new(status, error, "refused")
        {
            Members = [new("reason", "FieldValidationFailed"), new("resourceId", "x"), new("resourceType", "x")],
        };

    private static bool IsSpentToken(Refusal refusal) =>
        refusal.Message.Contains("clientToken", StringComparison.Ordinal) && refusal.Status == 409;

    private static ImmutableDictionary<string, string> Fixture(string member, string value) =>
        ImmutableDictionary<string, string>.Empty.Add(member, value);

    private static NovaActBehaviour OneScope(Func<Answer, NovaActCall, Answer> repeat)
    {
        var first = new ConcurrentDictionary<string, (string Definition, Answer Answer)>();
        return Correct with
        {
            Handle = call =>
            {
                if (call.Operation != Run || call.Text("clientToken") is not { } token)
                    return Correct.Handle(call);
                if (first.TryGetValue(token, out var known) && known.Definition != call.DefinitionName)
                    return repeat(known.Answer, call);
                var answer = Correct.Handle(call);
                if (answer.Status == 201)
                    first.TryAdd(token, (call.DefinitionName, answer));
                return answer;
            },
        };
    }

    private static NovaActBehaviour PresentStatus()
    {
        var seen = new ConcurrentDictionary<string, bool>();
        return Finishing(
            Run,
            answer =>
                answer.Status == 201 && !seen.TryAdd(Encoding.UTF8.GetString(answer.Body.Span), true)
                    ? answer.Rewritten(o => o["status"] = "SUCCEEDED")
                    : answer
        );
    }

    /// <summary>A definition that was deleted keeps its name, and takes no more runs.</summary>
    private static NovaActBehaviour Deleting(bool NotFoundAnswer)
    {
        var dying = new ConcurrentDictionary<string, bool>();
        return Correct with
        {
            Handle = call =>
            {
                if (call.Operation == NovaActOperation.DeleteWorkflowDefinition)
                    return dying.TryAdd(call.DefinitionName, true)
                        ? Answer.Json(202, writer => writer.WriteString("status", "DELETING"))
                        : Conflict;
                if (call.Operation != Definition && dying.ContainsKey(call.DefinitionName))
                    return NotFoundAnswer ? Correct.Refuse(Refused(404, "ResourceNotFoundException")) : Conflict;
                return Correct.Handle(call);
            },
        };
    }

    private static NovaActBehaviour SpendsRefusedTokens()
    {
        var spent = new ConcurrentDictionary<string, bool>();
        return Correct with
        {
            Handle = call =>
            {
                if (call.Text("clientToken") is not { } token)
                    return Correct.Handle(call);
                if (spent.ContainsKey(token))
                    return Conflict;
                var answer = Correct.Handle(call);
                if (answer.Status == 400 && Correct.Run.ClientToken.Check(token) is null)
                    spent.TryAdd(token, true);
                return answer;
            },
        };
    }

    private static NovaActBehaviour LookingUp(string member, string known, int status)
    {
        const string Unknown = "expected a value that exists";
        Member<string> Knowing(Member<string> m) =>
            m.Path == member ? m with { Check = v => m.Check(v) ?? (v == known ? null : Unknown) } : m;
        var behaviour = Twists.Refusing(r =>
            status == 404 && r.FieldList is [{ Message: Unknown }] ? Refused(404, "ResourceNotFoundException") : r
        );
        return behaviour with
        {
            Definition = Correct.Definition with { S3BucketName = Knowing(Correct.Definition.S3BucketName) },
            Run = Correct.Run with
            {
                ModelId = Knowing(Correct.Run.ModelId),
                LogGroupName = Knowing(Correct.Run.LogGroupName),
            },
        };
    }

    private static NovaActBehaviour Alone(int status) =>
        Correct with
        {
            Handle = call =>
                call.Operation is Run or Definition
                    ? Correct.Handle(call)
                    : Correct.Refuse(new Refusal(status, "UnknownOperationException", "no such operation")),
        };

    private static NovaActBehaviour Quota(int most)
    {
        var count = 0;
        return Correct with
        {
            Handle = call =>
            {
                if (call.Operation == Definition && Volatile.Read(ref count) >= most)
                    return Correct.Refuse(Refused(402, "ServiceQuotaExceededException"));
                var answer = Correct.Handle(call);
                if (call.Operation == Definition && answer.Status == 201)
                    Interlocked.Increment(ref count);
                return answer;
            },
        };
    }
}
