using System.Numerics;
using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Outputs that do not fit into the buffer that most outputs fit into.</summary>
internal static class OutputBuffers
{
    private const int Kilobyte = 1024;

    public static readonly ImmutableArray<Mutant> Rows =
    [
        Overflows(
            "SendsTheRestOfGrownBuffers",
            "sends the unused rest of a buffer that has grown beyond 4 KiB",
            "stream/documented-events",
            () => EachEvent(e => [e.Payload.Length > 4 * Kilobyte ? e with { Payload = WithRest(e.Payload) } : e])
        ),
        Overflows(
            "SplitsOutputsAbove8Kilobytes",
            "sends an output above 8 KiB in several messages",
            "stream/documented-events",
            () =>
                EachEvent(e =>
                    e.Payload.ToArray().Chunk(8 * Kilobyte).Select(part => e with { Payload = part }).DefaultIfEmpty(e)
                )
        ),
        Overflows(
            "CompletesBeforeOutputsAbove16Kilobytes",
            "completes before an output above 16 KiB, which takes longer to write",
            "stream/nothing-after-completion",
            () => Events(SmallFirst)
        ),
    ];

    /// <summary>What is small comes as it has to.</summary>
    private static Mutant Overflows(string name, string says, string breaks, Func<BedrockFlowsBehaviour> behaviour) =>
        Row(name, says, [breaks], behaviour)
            .AlsoBreaking("stream/*", "document/*", "response/*", "body/*", "robustness/well-formed-json");

    private static byte[] WithRest(ReadOnlyMemory<byte> payload)
    {
        var buffer = new byte[BitOperations.RoundUpToPowerOf2((uint)payload.Length)];
        payload.CopyTo(buffer);
        return buffer;
    }

    private static async IAsyncEnumerable<FlowEvent> SmallFirst(IAsyncEnumerable<FlowEvent> events)
    {
        var late = new List<FlowEvent>();
        await foreach (var e in events)
        {
            if (e.Payload.Length > 16 * Kilobyte)
                late.Add(e);
            else
                yield return e;
        }
        foreach (var e in late)
            yield return e;
    }
}
