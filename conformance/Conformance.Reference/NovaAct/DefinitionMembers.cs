using System.Text.Json;
using Conformance.Reference.Http;

namespace Conformance.Reference.NovaAct;

/// <summary>The members of CreateWorkflowDefinition's body, each with what is demanded of it.</summary>
public sealed record DefinitionMembers
{
    public Member<string> Name { get; init; } = Member.Text("name", true, NovaActChecks.Name);

    public Member<string> Description { get; init; } = Member.Text("description", false, Checks.Length(1, 4000));

    public Member<JsonElement> ExportConfig { get; init; } = Member.Object("exportConfig", false);

    public Member<string> S3BucketName { get; init; } =
        Member.Text("exportConfig.s3BucketName", true, NovaActChecks.BucketName);

    public Member<string> S3KeyPrefix { get; init; } =
        Member.Text("exportConfig.s3KeyPrefix", false, NovaActChecks.KeyPrefix);

    public Member<string> ClientToken { get; init; } = Member.Text("clientToken", false, NovaActChecks.ClientToken);

    /// <summary>Reads all members; what is wrong is added to <paramref name="faults"/>, and then the result is void.</summary>
    public Tokened<DefinitionParameters> Read(JsonElement body, ICollection<FieldFault> faults)
    {
        var name = Name.Read(body, faults);
        var description = Description.Read(body, faults);
        var export = ExportConfig.Read(body, faults);
        var config =
            export.ValueKind == JsonValueKind.Object
                ? new ExportConfig(S3BucketName.Read(export, faults)!, S3KeyPrefix.Read(export, faults))
                : null;
        var token = ClientToken.Read(body, faults);
        return new(new DefinitionParameters(name!, description, config), token);
    }
}
