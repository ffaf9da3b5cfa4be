using System.Text.Json;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;
using static Conformance.Reference.Mutants.NovaAct.TextMember;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>One kind of JSON taken for another.</summary>
internal static class MistakenTypes
{
    private const string SomeToken = "0123456789-0123456789-0123456789-abc";

    public static readonly ImmutableArray<Mutant> Rows =
    [
        TakesForText("TakesNumberForModelId", ModelId, JsonValueKind.Number),
        TakesForText("TakesTrueForModelId", ModelId, JsonValueKind.True),
        TakesForText("TakesArrayForModelId", ModelId, JsonValueKind.Array),
        TakesForText("TakesObjectForModelId", ModelId, JsonValueKind.Object),
        TakesForText("TakesNumberForSdkVersion", SdkVersion, JsonValueKind.Number),
        TakesForText("TakesNumberForRunToken", RunToken, JsonValueKind.Number, SomeToken),
        TakesForText("TakesTrueForLogGroup", LogGroup, JsonValueKind.True),
        TakesForText("TakesNumberForName", Name, JsonValueKind.Number),
        TakesForText("TakesArrayForDescription", Description, JsonValueKind.Array),
        TakesForText("TakesNumberForDescription", Description, JsonValueKind.Number),
        TakesForText("TakesNumberForBucket", Bucket, JsonValueKind.Number, "bucket"),
        TakesForText("TakesObjectForKeyPrefix", KeyPrefix, JsonValueKind.Object, "bucket"),
        TakesForText("TakesArrayForDefinitionToken", DefinitionToken, JsonValueKind.Array, SomeToken),
        TakesForClientInfo("TakesTextForClientInfo", JsonValueKind.String),
        TakesForClientInfo("TakesNumberForClientInfo", JsonValueKind.Number),
        TakesForClientInfo("TakesTrueForClientInfo", JsonValueKind.True),
        TakesForClientInfo("TakesArrayForClientInfo", JsonValueKind.Array),
        TakesForExportConfig("TakesArrayForExportConfig", JsonValueKind.Array),
        TakesForExportConfig("TakesTextForExportConfig", JsonValueKind.String),
        TakesForVersion("TakesTrueForVersion", "true", json => json.ValueKind == JsonValueKind.True),
        TakesForVersion("TakesArrayForVersion", "an array", json => json.ValueKind == JsonValueKind.Array),
        TakesForVersion("TakesObjectForVersion", "an object", json => json.ValueKind == JsonValueKind.Object),
        TakesForVersion("TakesQuotedNumberForVersion", "a number in quotes", IsQuotedNumber),
        // Every version is 1, so that a repeat with another is the same.
        TakesForVersion("RoundsFractionsOfVersion", "a fraction", json => json.ValueKind == JsonValueKind.Number)
            .AlsoBreaking("CreateWorkflowRun/idempotency/other-parameters/conflict"),
        WantsNoText("WantsDescriptionAsObject", Description, "an object"),
        WantsText(
            "WantsExportConfigAsText",
            CreateDefinition,
            "exportConfig",
            () =>
                Twists.Definition(d =>
                    d with
                    {
                        ExportConfig = d.ExportConfig with { Kind = _ => new(default, "expected text") },
                    }
                )
        ),
        WantsNoText("WantsBucketAsObject", Bucket, "an object"),
        WantsNoText("WantsKeyPrefixAsArray", KeyPrefix, "an array"),
        WantsNoText("WantsDefinitionTokenAsNumber", DefinitionToken, "a number"),
        WantsNoText("WantsSdkVersionAsNumber", SdkVersion, "a number"),
        WantsNoText("WantsRunTokenAsNumber", RunToken, "a number"),
        WantsNoText("WantsLogGroupAsObject", LogGroup, "an object"),
        WantsNoText("WantsNameAsObject", Name, "an object"),
        WantsNoText("WantsModelIdAsNumber", ModelId, "a number"),
        WantsText(
            "WantsClientInfoAsText",
            CreateRun,
            "clientInfo",
            () =>
                Twists.Run(r => r with { ClientInfo = r.ClientInfo with { Kind = _ => new(default, "expected text") } })
        ),
    ];

    /// <summary>
    /// JSON of another kind stands for a text: for this one, or else for the JSON itself. A member that is a number is one
    /// of the violations that have to leave no trace.
    /// </summary>
    private static Mutant TakesForText(string name, TextMember member, JsonValueKind kind, string? text = null) =>
        Row(
                name,
                $"takes {InWords(kind)} for {member.Path} of {member.Operation}",
                [$"{member.Id}/type/rejected"],
                () =>
                    member.Change(m =>
                        m with
                        {
                            Kind = json => json.ValueKind == kind ? new(text ?? json.GetRawText(), null) : m.Kind(json),
                        }
                    )
            )
            .AlsoBreaking($"{member.Operation}/refusal/changes-nothing", $"{member.Id}/*/rejected");

    /// <summary>JSON of another kind stands for the object with the client's version.</summary>
    private static Mutant TakesForClientInfo(string name, JsonValueKind kind) =>
        Row(
            name,
            $"takes {InWords(kind)} for clientInfo",
            ["CreateWorkflowRun/clientInfo/type/rejected"],
            () =>
                Twists.Run(r =>
                    r with
                    {
                        ClientInfo = r.ClientInfo.Interpretation(
                            json => json.ValueKind == kind,
                            JsonElement.Parse("""{"compatibilityVersion":1}""")
                        ),
                    }
                )
        );

    /// <summary>JSON of another kind stands for a configuration of the export.</summary>
    private static Mutant TakesForExportConfig(string name, JsonValueKind kind) =>
        Row(
            name,
            $"takes {InWords(kind)} for exportConfig",
            ["CreateWorkflowDefinition/exportConfig/type/rejected"],
            () =>
                Twists.Definition(d =>
                    d with
                    {
                        ExportConfig = d.ExportConfig.Interpretation(
                            json => json.ValueKind == kind,
                            JsonElement.Parse("""{"s3BucketName":"bucket"}""")
                        ),
                    }
                )
        );

    private static string InWords(JsonValueKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>JSON of another kind stands for the version, which is 1 then.</summary>
    private static Mutant TakesForVersion(string name, string what, Func<JsonElement, bool> takes) =>
        Row(
            name,
            $"takes {what} for clientInfo.compatibilityVersion",
            ["CreateWorkflowRun/clientInfo.compatibilityVersion/type/rejected"],
            () => Twists.Run(r => r with { CompatibilityVersion = r.CompatibilityVersion.Interpretation(takes, 1) })
        );

    private static bool IsQuotedNumber(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && json.GetString()!.All(char.IsAsciiDigit);

    /// <summary>Text is rejected where text is right, and with it what it lives in.</summary>
    private static Mutant WantsNoText(string name, TextMember member, string instead) =>
        Row(
                name,
                $"wants {instead} for {member.Path} of {member.Operation}",
                [$"{member.Id}/type/accepted"],
                () => member.Change(m => m with { Kind = _ => new(null, $"expected {instead}") })
            )
            .AlsoBreaking($"{member.Id}/*", $"{member.Id.Split('.')[0]}/type/accepted", $"{member.Operation}/request/*")
            .ConfiguredBy(KnownValues);

    /// <summary>An object is rejected where an object is right, and with it what lives in it.</summary>
    private static Mutant WantsText(
        string name,
        NovaActOperation operation,
        string path,
        Func<NovaActBehaviour> behaviour
    ) =>
        Row(name, $"wants text for {path}", [$"{operation}/{path}/type/accepted"], behaviour)
            .AlsoBreaking($"{operation}/{path}*", $"{operation}/request/*")
            .ConfiguredBy(KnownValues);
}
