using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Variants.BedrockFlows.FlowVariant;

namespace Conformance.Reference.Variants.BedrockFlows;

/// <summary>The bytes of a stream in other parts, and at other times.</summary>
internal static class StreamDeliveries
{
    private static readonly TimeSpan AWhile = TimeSpan.FromMilliseconds(15);

    public static readonly ImmutableArray<Variant> Rows =
    [
        Delivers("SendsOctetByOctet", "sends its messages octet by octet", EventEncoding.Frames, Cut(1)),
        Delivers("SendsOddParts", "sends parts of 13 octets", EventEncoding.Frames, Cut(13)),
        Delivers("SendsAllAtOnce", "sends its stream at once", EventEncoding.Frames, Joined),
        Delivers("TakesItsTimeForTheFirstEvent", "takes its time for the first event", EventEncoding.Frames, Late),
        Delivers("SendsJsonOctetByOctet", "sends JSON octet by octet", EventEncoding.JsonArray, Cut(1)),
    ];

    /// <summary>The same bytes are cut in other places.</summary>
    private static Variant Delivers(
        string name,
        string says,
        EventEncoding encoding,
        Func<IAsyncEnumerable<ReadOnlyMemory<byte>>, IAsyncEnumerable<ReadOnlyMemory<byte>>> deliver
    ) => Row(name, says, "event-stream, R37", () => Correct with { Encoding = encoding, Deliver = deliver });

    /// <summary>Parts of so many bytes; large ones stay as they are, since each is a write of its own.</summary>
    private static Func<IAsyncEnumerable<ReadOnlyMemory<byte>>, IAsyncEnumerable<ReadOnlyMemory<byte>>> Cut(
        int bytes
    ) =>
        parts =>
            parts.SelectMany(part =>
                part.Length > 1024
                    ? [part]
                    : Enumerable
                        .Range(0, (part.Length + bytes - 1) / bytes)
                        .Select(n => part[(n * bytes)..Math.Min((n + 1) * bytes, part.Length)])
            );

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Late(IAsyncEnumerable<ReadOnlyMemory<byte>> parts)
    {
        // Slowness is what is shown here: there is no event to wait for.
        await Task.Delay(AWhile, TimeProvider.System);
        await foreach (var part in parts)
            yield return part;
    }
}
