using System.Text.Json;
using Conformance.Reference.Http;

namespace Conformance.Reference.NovaAct;

/// <summary>The members of CreateWorkflowRun's body, each with what is demanded of it (D0:27..69, D1:33..90).</summary>
public sealed record RunMembers
{
    public Member<string> ModelId { get; init; } = Member.Text("modelId", true, Checks.Length(1, 100));

    public Member<JsonElement> ClientInfo { get; init; } = Member.Object("clientInfo", true);

    public Member<long> CompatibilityVersion { get; init; } = Member.Integer("clientInfo.compatibilityVersion", true);

    public Member<string> SdkVersion { get; init; } = Member.Text("clientInfo.sdkVersion", false, Checks.NotEmpty);

    public Member<string> ClientToken { get; init; } = Member.Text("clientToken", false, NovaActChecks.ClientToken);

    public Member<string> LogGroupName { get; init; } = Member.Text("logGroupName", false, NovaActChecks.LogGroupName);

    /// <summary>Reads all members; what is wrong is added to <paramref name="faults"/>, and then the result is void.</summary>
    public Tokened<RunParameters> Read(JsonElement body, ICollection<FieldFault> faults)
    {
        var modelId = ModelId.Read(body, faults);
        var (version, sdkVersion) = (0L, default(string));
        var clientInfo = ClientInfo.Read(body, faults);
        if (clientInfo.ValueKind == JsonValueKind.Object)
        {
            version = CompatibilityVersion.Read(clientInfo, faults);
            sdkVersion = SdkVersion.Read(clientInfo, faults);
        }
        var token = ClientToken.Read(body, faults);
        var logGroupName = LogGroupName.Read(body, faults);
        return new(new RunParameters(modelId!, version, sdkVersion, logGroupName), token);
    }
}
