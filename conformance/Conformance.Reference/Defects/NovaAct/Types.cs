using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>One kind of JSON taken for another.</summary>
internal static class Types
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new TakesNumberForModelId(),
        new TakesTrueForModelId(),
        new TakesArrayForModelId(),
        new TakesObjectForModelId(),
        new TakesNumberForSdkVersion(),
        new TakesNumberForRunToken(),
        new TakesTrueForLogGroup(),
        new TakesNumberForName(),
        new TakesArrayForDescription(),
        new TakesNumberForDescription(),
        new TakesNumberForBucket(),
        new TakesObjectForKeyPrefix(),
        new TakesArrayForDefinitionToken(),
        new TakesTextForClientInfo(),
        new TakesNumberForClientInfo(),
        new TakesTrueForClientInfo(),
        new TakesArrayForClientInfo(),
        new TakesArrayForExportConfig(),
        new TakesTextForExportConfig(),
        new TakesTrueForVersion(),
        new TakesArrayForVersion(),
        new TakesObjectForVersion(),
        new TakesQuotedNumberForVersion(),
        new RoundsFractionsOfVersion(),
        new WantsDescriptionAsObject(),
        new WantsExportConfigAsText(),
        new WantsBucketAsObject(),
        new WantsKeyPrefixAsArray(),
        new WantsDefinitionTokenAsNumber(),
        new WantsSdkVersionAsNumber(),
        new WantsRunTokenAsNumber(),
        new WantsLogGroupAsObject(),
        new WantsNameAsObject(),
        new WantsModelIdAsNumber(),
        new WantsClientInfoAsText(),
    ];
}

/// <summary>A text that is taken from JSON of another kind.</summary>
internal abstract class TakesForText(TextMember member, JsonValueKind kind, Func<JsonElement, string> read)
    : NovaActDefect(
        $"takes {kind.ToString().ToLowerInvariant()} for {member.Path} of {member.Operation}",
        $"{member.Id}/type/rejected"
    )
{
    /// <summary>A member that is a number is one of the breaches that have to leave no trace.</summary>
    protected override ImmutableArray<string> AlsoBreaks =>
        [$"{member.Operation}/refusal/changes-nothing", $"{member.Id}/*/rejected"];

    protected sealed override NovaActBehaviour Twist() =>
        member.Change(m => m with { Kind = json => json.ValueKind == kind ? new(read(json), null) : m.Kind(json) });
}

/// <summary>Text is refused where text is right.</summary>
internal abstract class WantsNoText(TextMember member, string instead)
    : NovaActDefect($"wants {instead} for {member.Path} of {member.Operation}", $"{member.Id}/type/accepted")
{
    public override string Configuration => KnownValues;

    /// <summary>What it lives in is refused with it.</summary>
    protected override ImmutableArray<string> AlsoBreaks =>
        [$"{member.Id}/*", $"{member.Id.Split('.')[0]}/type/accepted", $"{member.Operation}/request/*"];

    protected sealed override NovaActBehaviour Twist() =>
        member.Change(m => m with { Kind = _ => new(null, $"expected {instead}") });
}

/// <summary>JSON of another kind stands for the object with the client's version.</summary>
internal abstract class TakesForClientInfo(JsonValueKind kind)
    : NovaActDefect(
        $"takes {kind.ToString().ToLowerInvariant()} for clientInfo",
        "CreateWorkflowRun/clientInfo/type/rejected"
    )
{
    protected sealed override NovaActBehaviour Twist() =>
        Twists.Run(r =>
            r with
            {
                ClientInfo = r.ClientInfo.Reading(
                    json => json.ValueKind == kind,
                    JsonElement.Parse("""{"compatibilityVersion":1}""")
                ),
            }
        );
}

/// <summary>JSON of another kind stands for the version, which is 1 then.</summary>
internal abstract class TakesForVersion(string what, Func<JsonElement, bool> takes)
    : NovaActDefect(
        $"takes {what} for clientInfo.compatibilityVersion",
        "CreateWorkflowRun/clientInfo.compatibilityVersion/type/rejected"
    )
{
    protected sealed override NovaActBehaviour Twist() =>
        Twists.Run(r => r with { CompatibilityVersion = r.CompatibilityVersion.Reading(takes, 1) });
}

/// <summary>JSON of another kind stands for a configuration of the export.</summary>
internal abstract class TakesForExportConfig(JsonValueKind kind)
    : NovaActDefect(
        $"takes {kind.ToString().ToLowerInvariant()} for exportConfig",
        "CreateWorkflowDefinition/exportConfig/type/rejected"
    )
{
    protected sealed override NovaActBehaviour Twist() =>
        Twists.Definition(d =>
            d with
            {
                ExportConfig = d.ExportConfig.Reading(
                    json => json.ValueKind == kind,
                    JsonElement.Parse("""{"s3BucketName":"bucket"}""")
                ),
            }
        );
}

internal sealed class TakesNumberForModelId() : TakesForText(TextMember.ModelId, JsonValueKind.Number, Written.Raw);

internal sealed class TakesTrueForModelId() : TakesForText(TextMember.ModelId, JsonValueKind.True, Written.Raw);

internal sealed class TakesArrayForModelId() : TakesForText(TextMember.ModelId, JsonValueKind.Array, Written.Raw);

internal sealed class TakesObjectForModelId() : TakesForText(TextMember.ModelId, JsonValueKind.Object, Written.Raw);
