using Conformance.Reference.Http;

namespace Conformance.Reference.Pennsieve;

/// <summary>The status of a layer.</summary>
public static class LayerStatus
{
    public const string Ready = "READY";
}

/// <summary>What is demanded of a layer that is to be mounted.</summary>
internal static class Layers
{
    /// <summary>It exists with status READY on the compute node (D2:52). No status means that there is no such layer.</summary>
    public static Rejection? Mount(string layer, string? status) =>
        status switch
        {
            null => new(422, "UnknownLayer", $"layers: expected layers that exist, got '{layer}', which does not"),
            LayerStatus.Ready => null,
            _ => new(
                409,
                "LayerNotReady",
                $"layers: expected layers with status READY, got '{layer}', which is {status}"
            ),
        };
}
