using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Variants.NovaAct.NovaActVariant;

namespace Conformance.Reference.Variants.NovaAct;

/// <summary>What stands around the documented operations: others or none, quotas, values that exist, credentials.</summary>
internal static class Surroundings
{
    public static readonly ImmutableArray<Variant> Rows =
    [
        HasNoOther("HasNoSupportingOperation", "has no supporting operation and responds with 404", 404),
        HasNoOther("AllowsNoSupportingOperation", "has no supporting operation and responds with 405", 405),
        HasNoOther("ImplementsNoSupportingOperation", "has no supporting operation and responds with 501", 501)
            .Warning("*/robustness/no-server-error"),
        HasAQuota("HasAQuotaOfForty", 40),
        HasAQuota("HasAQuotaOfManyDefinitions", 150),
        .. Quotas.Rows,
        LooksUp("LooksUpModelsAndTellsOne", "modelId", "nova-1", 400, tells: true),
        LooksUp("LooksUpModels", "modelId", "nova-1", 400),
        LooksUp("DoesNotFindModels", "modelId", "nova-1", 404),
        LooksUp("LooksUpLogGroupsAndTellsOne", "logGroupName", "/my/logs", 404, tells: true),
        LooksUp("LooksUpLogGroups", "logGroupName", "/my/logs", 400),
        LooksUp("DoesNotFindLogGroups", "logGroupName", "/my/logs", 404),
        Row(
                "NamesTheLogGroupThatItDoesNotFind",
                "looks up log groups, and names the one that it does not find",
                "R24",
                () =>
                    Twists.Correct with
                    {
                        Handle = call =>
                            UnknownLogGroup(call) is { } unknown
                                ? Twists.Correct.Reject(NoLogGroup(unknown))
                                : Twists.Correct.Handle(call),
                    }
            )
            .PerhapsInconclusive(),
        LooksUp("LooksUpBucketsAndTellsOne", "exportConfig.s3BucketName", "my-bucket", 400, tells: true),
        LooksUp("LooksUpBuckets", "exportConfig.s3BucketName", "my-bucket", 400),
        LooksUp("DoesNotFindBuckets", "exportConfig.s3BucketName", "my-bucket", 404),
        AsksForSignatures("AsksForCredentials", 403),
        AsksForSignatures("ReturnsUnauthorized", 401),
    ];

    private const string Unknown = "expected a value that exists";

    /// <summary>Only the documented operations are there.</summary>
    private static Variant HasNoOther(string name, string says, int status) =>
        Row(
            name,
            says,
            "aws-model",
            () =>
                Twists.Correct with
                {
                    Handle = call =>
                        call.Operation is CreateRun or CreateDefinition
                            ? Twists.Correct.Handle(call)
                            : Twists.Correct.Reject(
                                new Rejection(status, "UnknownOperationException", "no such operation")
                            ),
                }
        );

    /// <summary>There is room for so many definitions only.</summary>
    private static Variant HasAQuota(string name, int most) =>
        Row(
                name,
                $"has a quota of {most} definitions",
                "D4: ServiceQuotaExceeded",
                () =>
                {
                    var count = 0;
                    return Twists.Responding(
                        CreateDefinition,
                        (_, response) =>
                            response.Status == 201 && Interlocked.Increment(ref count) > most
                                ? Twists.Correct.Reject(Rejected(402, "ServiceQuotaExceededException"))
                                : response
                    );
                }
            )
            .PerhapsInconclusive();

    /// <summary>One member's values are looked up in a world of their own.</summary>
    private static Variant LooksUp(string name, string member, string known, int status, bool tells = false)
    {
        var row = Row(
            name,
            $"looks up {member}, responds with {status}, and {(tells ? "tells one that works" : "tells none")}",
            "R24",
            () => KnowsOne(member, known, status)
        );
        return tells
            ? row.ConfiguredBy($"apis: {{ nova-act: {{ fixtures: {{ {member}: {known} }} }} }}")
            : row.PerhapsInconclusive();
    }

    private static NovaActBehaviour KnowsOne(string member, string known, int status)
    {
        Member<string> Knowing(Member<string> m) =>
            m.Path == member ? m with { Check = v => m.Check(v) ?? (v == known ? null : Unknown) } : m;

        return Twists.Rejecting(r =>
            status == 404 && r.FieldList is [{ Message: Unknown }] ? Rejected(404, "ResourceNotFoundException") : r
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
    }

    private static string? UnknownLogGroup(NovaActCall call) =>
        call.Operation == CreateRun
        && call.Text("logGroupName") is { } group
        && Twists.Correct.Run.LogGroupName.Check(group) is null
            ? group
            : null;

    private static Rejection NoLogGroup(string name) =>
        new(404, "ResourceNotFoundException", "expected what exists")
        {
            Members = [new("resourceId", name), new("resourceType", "LogGroup")],
        };

    /// <summary>Requests have to be signed.</summary>
    private static Variant AsksForSignatures(string name, int status) =>
        new(name, "nova-act", $"responds with {status} to requests without credentials", "R10")
        {
            Configuration = """
                apis:
                  nova-act:
                    auth:
                      sigv4:
                        region: us-east-1
                        accessKeyId: { env: AWS_ACCESS_KEY_ID }
                        secretAccessKey: { env: AWS_SECRET_ACCESS_KEY }
                """,
            Change = right =>
                right with
                {
                    Credentials = new AwsCredentials("AKIDEXAMPLE", "secret-of-the-reference"),
                    NovaAct = Twists.Correct with
                    {
                        Authenticate = (request, demand) =>
                            Twists.Correct.Authenticate(request, demand) is { } denied
                                ? denied with
                                {
                                    Status = status,
                                }
                                : null,
                    },
                },
        };
}
