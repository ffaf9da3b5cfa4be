using System.Collections.Frozen;
using System.Text.Json;

namespace Conformance.Reference.Pennsieve;

/// <summary>What exists from the start, because no documented operation creates it.</summary>
public static class Offered
{
    /// <summary>The workflow instance that exists.</summary>
    public const string InstanceId = "11111111-2222-4333-8444-555555555555";

    /// <summary>The definition of that instance.</summary>
    public const string DefinitionId = "99999999-8888-4777-8666-555555555555";

    /// <summary>The compute node of that instance.</summary>
    public const string ComputeNodeId = "compute-node-1";

    public const string DataSource = "source-1";
    public const string OtherDataSource = "source-2";
    public const string DataTarget = "target-1";
    public const string Processor = "processor-1";
    public const string OtherProcessor = "processor-2";

    /// <summary>The tag of both processors' images in the definition.</summary>
    public const string Tag = "v1";

    public const string ReadyLayer = "layer-ready";
    public const string OtherReadyLayer = "layer-ready-2";

    /// <summary>A layer that exists and is not READY.</summary>
    public const string UnreadyLayer = "layer-building";

    /// <summary>The bucket with which the registry enriches every data target.</summary>
    public const string UploadBucket = "reference-uploads";

    /// <summary>The configuration by which the instance that exists is found in mode 2.</summary>
    public const string ConfigurationJson =
        $$"""{"workflowDefinitionId":"{{DefinitionId}}","computeNodeId":"{{ComputeNodeId}}"}""";

    /// <summary>A configuration of the same definition that has members of every kind, some of them nested.</summary>
    public const string NestedConfigurationJson =
        $$$"""{"workflowDefinitionId":"{{{DefinitionId}}}","computeNodeId":"{{{ComputeNodeId}}}","settings":{"region":"us-east-1","limits":{"cpus":2}},"stages":["first","second"]}""";

    /// <summary>The definition: two data sources, two processors, one data target.</summary>
    public static WorkflowDefinition Definition { get; } =
        new(
            DefinitionId,
            "reference workflow",
            [
                new(DataSource, NodeKind.DataSource),
                new(OtherDataSource, NodeKind.DataSource),
                new(Processor, NodeKind.Processor, "registry.example/reference/first", Tag),
                new(OtherProcessor, NodeKind.Processor, "registry.example/reference/second", Tag),
                new(DataTarget, NodeKind.DataTarget),
            ]
        );

    /// <summary>The instance of that definition.</summary>
    public static WorkflowInstance Instance { get; } =
        new(InstanceId, DefinitionId, JsonElement.Parse(ConfigurationJson));

    /// <summary>The layers of the compute node, each with its status.</summary>
    public static FrozenDictionary<string, string> Layers { get; } =
        new Dictionary<string, string>
        {
            [ReadyLayer] = LayerStatus.Ready,
            [OtherReadyLayer] = LayerStatus.Ready,
            [UnreadyLayer] = "BUILDING",
        }.ToFrozenDictionary();
}
