using System.Collections.Immutable;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Variants.NovaAct;

/// <summary>Only the documented operations are there.</summary>
internal abstract class Stands(string says, int status) : NovaActVariant(says, "aws-model")
{
    protected sealed override NovaActBehaviour Twist() =>
        Twists.Correct with
        {
            Handle = call =>
                call.Operation is CreateRun or CreateDefinition
                    ? Twists.Correct.Handle(call)
                    : Twists.Correct.Refuse(new Refusal(status, "UnknownOperationException", "no such operation")),
        };
}

internal sealed class HasNoSupportingOperation() : Stands("has no supporting operation and answers 404", 404);

internal sealed class AllowsNoSupportingOperation() : Stands("has no supporting operation and answers 405", 405);

internal sealed class ImplementsNoSupportingOperation() : Stands("has no supporting operation and answers 501", 501)
{
    protected override ImmutableArray<string> Warns => ["*/robustness/no-server-error"];
}

/// <summary>There is room for so many definitions only.</summary>
internal abstract class HasAQuota(int most)
    : NovaActVariant($"has a quota of {most} definitions", "D4: ServiceQuotaExceeded")
{
    public sealed override bool MayBeUndecided => true;

    protected sealed override NovaActBehaviour Twist()
    {
        var count = 0;
        return Twists.Answering(
            CreateDefinition,
            (_, answer) =>
                answer.Status == 201 && Interlocked.Increment(ref count) > most
                    ? Twists.Correct.Refuse(States.Refused(402, "ServiceQuotaExceededException"))
                    : answer
        );
    }
}

internal sealed class HasAQuotaOfForty() : HasAQuota(40);

internal sealed class HasAQuotaOfManyDefinitions() : HasAQuota(150);

/// <summary>One member's values are looked up in a world of their own.</summary>
internal abstract class LooksUp(string member, string known, int status, bool tells)
    : NovaActVariant(
        $"looks up {member}, answers {status}, and {(tells ? "tells one that works" : "tells none")}",
        "R24"
    )
{
    private const string Unknown = "expected a value that exists";

    public sealed override bool MayBeUndecided => !tells;

    public sealed override string Configuration =>
        tells ? $"apis: {{ nova-act: {{ fixtures: {{ {member}: {known} }} }} }}" : "";

    protected sealed override NovaActBehaviour Twist() =>
        Twists.Refusing(r =>
            status == 404 && r.FieldList is [{ Message: Unknown }]
                ? States.Refused(404, "ResourceNotFoundException")
                : r
        ) with
        {
            Definition = Twists.Correct.Definition with
            {
                S3BucketName = Knowing(Twists.Correct.Definition.S3BucketName),
            },
            Run = Twists.Correct.Run with
            {
                ModelId = Knowing(Twists.Correct.Run.ModelId),
                LogGroupName = Knowing(Twists.Correct.Run.LogGroupName),
            },
        };

    private Member<string> Knowing(Member<string> m) =>
        m.Path == member ? m with { Check = v => m.Check(v) ?? (v == known ? null : Unknown) } : m;
}

internal sealed class LooksUpModelsAndTellsOne() : LooksUp("modelId", "nova-1", 400, tells: true);

internal sealed class LooksUpModels() : LooksUp("modelId", "nova-1", 400, tells: false);

internal sealed class DoesNotFindModels() : LooksUp("modelId", "nova-1", 404, tells: false);

internal sealed class LooksUpLogGroupsAndTellsOne() : LooksUp("logGroupName", "/my/logs", 404, tells: true);

internal sealed class LooksUpLogGroups() : LooksUp("logGroupName", "/my/logs", 400, tells: false);

internal sealed class DoesNotFindLogGroups() : LooksUp("logGroupName", "/my/logs", 404, tells: false);

internal sealed class LooksUpBucketsAndTellsOne() : LooksUp("exportConfig.s3BucketName", "my-bucket", 400, tells: true);

internal sealed class LooksUpBuckets() : LooksUp("exportConfig.s3BucketName", "my-bucket", 400, tells: false);

internal sealed class DoesNotFindBuckets() : LooksUp("exportConfig.s3BucketName", "my-bucket", 404, tells: false);

/// <summary>Requests have to be signed.</summary>
internal abstract class AsksForSignatures(string says, int status) : OldVariant("nova-act", says, "R10")
{
    public sealed override string Configuration =>
        """
            apis:
              nova-act:
                auth:
                  sigv4:
                    region: us-east-1
                    accessKeyId: { env: AWS_ACCESS_KEY_ID }
                    secretAccessKey: { env: AWS_SECRET_ACCESS_KEY }
            """;

    public sealed override ReferenceOptions Apply(ReferenceOptions right) =>
        right with
        {
            Credentials = new AwsCredentials("AKIDEXAMPLE", "secret-of-the-reference"),
            NovaAct = Twists.Correct with
            {
                Authenticate = (request, demand) =>
                    Twists.Correct.Authenticate(request, demand) is { } denied ? denied with { Status = status } : null,
            },
        };
}

internal sealed class AsksForCredentials() : AsksForSignatures("answers 403 to requests without credentials", 403);

internal sealed class AnswersUnauthorized() : AsksForSignatures("answers 401 to requests without credentials", 401);
