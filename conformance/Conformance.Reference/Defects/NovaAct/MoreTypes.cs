using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>What stands for a value of another kind.</summary>
internal static class Written
{
    private const string LegalToken = "0123456789-0123456789-0123456789-abc";

    /// <summary>The JSON itself, as text.</summary>
    public static string Raw(JsonElement json) => json.GetRawText();

    /// <summary>A text that is a legal token.</summary>
    public static string Token(JsonElement json) => LegalToken;

    /// <summary>A text that is a legal name of a bucket.</summary>
    public static string Bucket(JsonElement json) => "bucket";
}

internal sealed class TakesNumberForSdkVersion()
    : TakesForText(TextMember.SdkVersion, JsonValueKind.Number, Written.Raw);

internal sealed class TakesNumberForRunToken() : TakesForText(TextMember.RunToken, JsonValueKind.Number, Written.Token);

internal sealed class TakesTrueForLogGroup() : TakesForText(TextMember.LogGroup, JsonValueKind.True, Written.Raw);

internal sealed class TakesNumberForName() : TakesForText(TextMember.Name, JsonValueKind.Number, Written.Raw);

internal sealed class TakesArrayForDescription()
    : TakesForText(TextMember.Description, JsonValueKind.Array, Written.Raw);

internal sealed class TakesNumberForDescription()
    : TakesForText(TextMember.Description, JsonValueKind.Number, Written.Raw);

internal sealed class TakesNumberForBucket() : TakesForText(TextMember.Bucket, JsonValueKind.Number, Written.Bucket);

internal sealed class TakesObjectForKeyPrefix()
    : TakesForText(TextMember.KeyPrefix, JsonValueKind.Object, Written.Bucket);

internal sealed class TakesArrayForDefinitionToken()
    : TakesForText(TextMember.DefinitionToken, JsonValueKind.Array, Written.Token);

internal sealed class TakesTextForClientInfo() : TakesForClientInfo(JsonValueKind.String);

internal sealed class TakesNumberForClientInfo() : TakesForClientInfo(JsonValueKind.Number);

internal sealed class TakesTrueForClientInfo() : TakesForClientInfo(JsonValueKind.True);

internal sealed class TakesArrayForClientInfo() : TakesForClientInfo(JsonValueKind.Array);

internal sealed class TakesArrayForExportConfig() : TakesForExportConfig(JsonValueKind.Array);

internal sealed class TakesTextForExportConfig() : TakesForExportConfig(JsonValueKind.String);

internal sealed class TakesTrueForVersion() : TakesForVersion("true", json => json.ValueKind == JsonValueKind.True);

internal sealed class TakesArrayForVersion()
    : TakesForVersion("an array", json => json.ValueKind == JsonValueKind.Array);

internal sealed class TakesObjectForVersion()
    : TakesForVersion("an object", json => json.ValueKind == JsonValueKind.Object);

internal sealed class TakesQuotedNumberForVersion()
    : TakesForVersion(
        "a number in quotes",
        json => json.ValueKind == JsonValueKind.String && json.GetString()!.All(char.IsAsciiDigit)
    );

internal sealed class RoundsFractionsOfVersion()
    : TakesForVersion("a fraction", json => json.ValueKind == JsonValueKind.Number)
{
    /// <summary>Every version is 1, so that a repeat with another is the same.</summary>
    protected override ImmutableArray<string> AlsoBreaks => ["CreateWorkflowRun/idempotency/other-parameters/conflict"];
}

internal sealed class WantsDescriptionAsObject() : WantsNoText(TextMember.Description, "an object");

internal sealed class WantsBucketAsObject() : WantsNoText(TextMember.Bucket, "an object");

internal sealed class WantsKeyPrefixAsArray() : WantsNoText(TextMember.KeyPrefix, "an array");

internal sealed class WantsDefinitionTokenAsNumber() : WantsNoText(TextMember.DefinitionToken, "a number");

internal sealed class WantsSdkVersionAsNumber() : WantsNoText(TextMember.SdkVersion, "a number");

internal sealed class WantsRunTokenAsNumber() : WantsNoText(TextMember.RunToken, "a number");

internal sealed class WantsLogGroupAsObject() : WantsNoText(TextMember.LogGroup, "an object");

internal sealed class WantsNameAsObject() : WantsNoText(TextMember.Name, "an object");

internal sealed class WantsModelIdAsNumber() : WantsNoText(TextMember.ModelId, "a number");

internal sealed class WantsExportConfigAsText()
    : NovaActDefect("wants text for exportConfig", "CreateWorkflowDefinition/exportConfig/type/accepted")
{
    public override string Configuration => KnownValues;

    protected override ImmutableArray<string> AlsoBreaks =>
        ["CreateWorkflowDefinition/exportConfig*", "CreateWorkflowDefinition/request/*"];

    protected override NovaActBehaviour Twist() =>
        Twists.Definition(d =>
            d with
            {
                ExportConfig = d.ExportConfig with { Kind = _ => new(default, "expected text") },
            }
        );
}

internal sealed class WantsClientInfoAsText()
    : NovaActDefect("wants text for clientInfo", "CreateWorkflowRun/clientInfo/type/accepted")
{
    public override string Configuration => KnownValues;

    protected override ImmutableArray<string> AlsoBreaks =>
        ["CreateWorkflowRun/clientInfo*", "CreateWorkflowRun/request/*"];

    protected override NovaActBehaviour Twist() =>
        Twists.Run(r => r with { ClientInfo = r.ClientInfo with { Kind = _ => new(default, "expected text") } });
}
