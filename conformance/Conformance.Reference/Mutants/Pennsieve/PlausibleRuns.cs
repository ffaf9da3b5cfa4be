using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Requests that are taken because they are nearly right, or because an earlier one was.</summary>
internal static class PlausibleRuns
{
    private const int LongestName = 32767;
    private const int Beginning = 128;

    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
            "TakesTheNameOfALayerForLayers",
            "takes the name of one layer for a list of one",
            ["layers/type/rejected"],
            () =>
                Members(m =>
                    m with
                    {
                        Layers = m.Layers with
                        {
                            Kind = json =>
                                json.ValueKind == JsonValueKind.String
                                    ? new([json.GetString()!], null)
                                    : m.Layers.Kind(json),
                        },
                    }
                )
        ),
        Row(
            "TakesProcessorsForDataSources",
            "takes data sources for any node of the definition",
            ["nodes/unknown-data-source"],
            () =>
                Correct with
                {
                    DataSources = (entries, definition) =>
                        entries.ValueKind == JsonValueKind.Object
                        && entries.EnumerateObject().All(e => definition.Nodes.Any(node => node.Id == e.Name))
                            ? null
                            : Correct.DataSources(entries, definition),
                }
        ),
        Row(
            "FindsInstancesByTheirEnding",
            "finds an instance by the last group of its id",
            ["modes/unknown-instance"],
            () =>
                Understanding(asked => HasEndingOfKnown(asked) ? asked with { InstanceId = Offered.InstanceId } : asked)
        ),
        Row(
                "BreaksAtLayersBeyond32K",
                "breaks down at names of layers that do not fit into 16 bits",
                ["robustness/no-server-error"],
                () =>
                    Correct with
                    {
                        MountLayer = (layer, status) =>
                            layer.Length > LongestName
                                ? throw new OverflowException()
                                : Correct.MountLayer(layer, status),
                    }
            )
            .AlsoBreaking("layers/*", "layers[]/*", "body/large"),
        Row(
                "TakesWhatBeginsLikeAnAcceptedRun",
                "takes a request that it ought to reject for an earlier one that begins with the same 128 octets",
                ["layers/unknown", "modes/both"],
                TakesWhatBeginsAlike
            )
            .AlsoBreaking("*"),
    ];

    private static bool HasEndingOfKnown(RunParameters asked) =>
        asked.InstanceId is { } id && id[24..].Equals(Offered.InstanceId[24..], StringComparison.OrdinalIgnoreCase);

    private static PennsieveBehaviour TakesWhatBeginsAlike()
    {
        var accepted = new ConcurrentDictionary<string, ReadOnlyMemory<byte>>();
        return Correct with
        {
            Handle = call =>
            {
                var response = Correct.Handle(call);
                if (call.Operation != PennsieveOperation.CreateWorkflowRun)
                    return response;
                var body = call.Request.Body;
                var key = Encoding.Latin1.GetString(body.Span[..Math.Min(Beginning, body.Length)]);
                if (response.Status < 300)
                    accepted[key] = body;
                return response.Status >= 400 && accepted.TryGetValue(key, out var earlier)
                    ? Correct.Handle(call with { Request = call.Request with { Body = earlier } })
                    : response;
            },
        };
    }
}
