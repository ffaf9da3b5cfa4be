using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Reference.NovaAct;
using static Conformance.Suite.Tests.EndToEnd.Twists;

namespace Conformance.Suite.Tests.EndToEnd.WrongTargets;

/// <summary>Targets that take one kind of JSON for another.</summary>
public sealed class TypeTests
{
    private const string Token = "0123456789-0123456789-0123456789-abc";

    private static readonly JsonElement Version = JsonElement.Parse("""{"compatibilityVersion":1}""");
    private static readonly JsonElement Bucket = JsonElement.Parse("""{"s3BucketName":"bucket"}""");

    private static readonly ImmutableArray<Lie> Lies =
    [
        .. Kinds
            .Where(k => k != JsonValueKind.String)
            .Select(k => OfRun("modelId", k, r => r with { ModelId = r.ModelId.Reading(Is(k), "m") })),
        .. Kinds
            .Where(k => k != JsonValueKind.Object)
            .Select(k => OfRun("clientInfo", k, r => r with { ClientInfo = r.ClientInfo.Reading(Is(k), Version) })),
        .. Kinds
            .Where(k => k != JsonValueKind.Number)
            .Select(k =>
                OfRun(
                    "clientInfo.compatibilityVersion",
                    k,
                    r => r with { CompatibilityVersion = r.CompatibilityVersion.Reading(Is(k), 1) }
                )
            ),
        OfRun(
            "clientInfo.sdkVersion",
            JsonValueKind.Number,
            r => r with { SdkVersion = r.SdkVersion.Reading(Is(JsonValueKind.Number), "1") }
        ),
        OfRun(
            "clientToken",
            JsonValueKind.Number,
            r => r with { ClientToken = r.ClientToken.Reading(Is(JsonValueKind.Number), Token) }
        ),
        OfRun(
            "logGroupName",
            JsonValueKind.True,
            r => r with { LogGroupName = r.LogGroupName.Reading(Is(JsonValueKind.True), "true") }
        ),
        OfDefinition(
            "name",
            JsonValueKind.Number,
            d => d with { Name = d.Name.Reading(Is(JsonValueKind.Number), "number") }
        ) with
        {
            MayBreak = ["CreateWorkflowDefinition/error/*"],
        },
        OfDefinition(
            "description",
            JsonValueKind.Array,
            d => d with { Description = d.Description.Reading(Is(JsonValueKind.Array), "[]") }
        ),
        OfDefinition(
            "exportConfig",
            JsonValueKind.Array,
            d => d with { ExportConfig = d.ExportConfig.Reading(Is(JsonValueKind.Array), Bucket) }
        ),
        OfDefinition(
            "exportConfig.s3BucketName",
            JsonValueKind.Number,
            d => d with { S3BucketName = d.S3BucketName.Reading(Is(JsonValueKind.Number), "bucket") }
        ),
        OfDefinition(
            "exportConfig.s3KeyPrefix",
            JsonValueKind.Object,
            d => d with { S3KeyPrefix = d.S3KeyPrefix.Reading(Is(JsonValueKind.Object), "key") }
        ),
        OfDefinition(
            "clientToken",
            JsonValueKind.Array,
            d => d with { ClientToken = d.ClientToken.Reading(Is(JsonValueKind.Array), Token) }
        ),
        new(
            "takes a number in quotes for an integer",
            () =>
                Run(r =>
                    r with
                    {
                        CompatibilityVersion = r.CompatibilityVersion.Reading(
                            j => j.ValueKind == JsonValueKind.String && long.TryParse(j.GetString(), out _),
                            1
                        ),
                    }
                ),
            "CreateWorkflowRun/clientInfo.compatibilityVersion/type/rejected"
        ),
        new(
            "rounds fractions to an integer",
            () =>
                Run(r =>
                    r with
                    {
                        CompatibilityVersion = r.CompatibilityVersion.Reading(
                            j => j.ValueKind == JsonValueKind.Number,
                            1
                        ),
                    }
                ),
            "CreateWorkflowRun/clientInfo.compatibilityVersion/type/rejected"
        ),
        new(
            "takes no integer below 1",
            () =>
                Run(r =>
                    r with
                    {
                        CompatibilityVersion = r.CompatibilityVersion with { Check = v => v < 1 ? "too small" : null },
                    }
                ),
            "CreateWorkflowRun/clientInfo.compatibilityVersion/type/accepted"
        ),
        new(
            "takes no integer below 0",
            () =>
                Run(r =>
                    r with
                    {
                        CompatibilityVersion = r.CompatibilityVersion with { Check = v => v < 0 ? "too small" : null },
                    }
                ),
            "CreateWorkflowRun/clientInfo.compatibilityVersion/type/accepted"
        ),
        new(
            "takes no integer beyond 16 bits",
            () =>
                Run(r =>
                    r with
                    {
                        CompatibilityVersion = r.CompatibilityVersion with
                        {
                            Check = v => v is > short.MaxValue or < short.MinValue ? "too large" : null,
                        },
                    }
                ),
            "CreateWorkflowRun/clientInfo.compatibilityVersion/type/accepted"
        ),
        new(
            "takes a blank version of the SDK",
            () => Run(r => r with { SdkVersion = r.SdkVersion.Taking(_ => true) }),
            "CreateWorkflowRun/clientInfo.sdkVersion/notBlank/rejected"
        ),
        new(
            "takes white space as the version of the SDK",
            () => Run(r => r with { SdkVersion = r.SdkVersion.Taking(v => v.Length > 0) }),
            "CreateWorkflowRun/clientInfo.sdkVersion/notBlank/rejected"
        ),
        new(
            "takes only letters of ASCII in a description",
            () => Definition(d => d with { Description = d.Description.Refusing(v => v.Any(c => c > 127)) }),
            "CreateWorkflowDefinition/description/maxLength/accepted"
        )
        {
            MayBreak = ["CreateWorkflowDefinition/description/*/accepted"],
        },
    ];

    public static IEnumerable<TheoryDataRow<string>> Rows => Lie.Rows(Lies);

    private static IEnumerable<JsonValueKind> Kinds =>
        [JsonValueKind.String, JsonValueKind.Number, JsonValueKind.True, JsonValueKind.Array, JsonValueKind.Object];

    [Theory]
    [MemberData(nameof(Rows))]
    public Task IsSeenThrough(string lie) => Lie.IsSeenThrough(Lies, lie);

    private static Func<JsonElement, bool> Is(JsonValueKind kind) => json => json.ValueKind == kind;

    private static Lie OfRun(string path, JsonValueKind kind, Func<RunMembers, RunMembers> change) =>
        Of("CreateWorkflowRun", path, kind, () => Run(change));

    private static Lie OfDefinition(
        string path,
        JsonValueKind kind,
        Func<DefinitionMembers, DefinitionMembers> change
    ) => Of("CreateWorkflowDefinition", path, kind, () => Definition(change));

    private static Lie Of(string operation, string path, JsonValueKind kind, Func<NovaActBehaviour> tells) =>
        new($"takes {kind} for {path} of {operation}", tells, $"{operation}/{path}/type/rejected")
        {
            Judged = Lie.Around($"{operation}/{path}"),
            MayBreak =
                kind == JsonValueKind.Number && path == "clientToken" ? [$"{operation}/refusal/changes-nothing"] : [],
        };
}
