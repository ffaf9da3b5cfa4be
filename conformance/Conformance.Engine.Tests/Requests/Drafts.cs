using Conformance.Engine.Requests;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Requests;

/// <summary>A request with one member in the path and some in the body.</summary>
internal static class Drafts
{
    public static readonly Operation Operation = SchemaCatalog
        .Embedded()
        .First(api => api.Name == "nova-act")
        .Operation("CreateWorkflowRun");

    public static readonly Member Name = Of("workflowDefinitionName");
    public static readonly Member Model = Of("modelId");
    public static readonly Member Sdk = Of("clientInfo.sdkVersion");

    public static RequestDraft With(string json) =>
        new(Operation, ImmutableDictionary<string, string>.Empty.Add(Name.Name, "a-name"), JsonValue.Parse(json));

    private static Member Of(string path) => Operation.RequestMembers().First(member => member.Path == path);
}
