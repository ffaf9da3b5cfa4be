using System.Collections.Immutable;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Variants.BedrockFlows;

/// <summary>The bytes of a stream in other parts, and at other times.</summary>
internal static class Deliveries
{
    public static readonly ImmutableArray<OldVariant> All =
    [
        new SendsOctetByOctet(),
        new SendsOddParts(),
        new SendsAllAtOnce(),
        new TakesItsTimeForTheFirstEvent(),
        new SendsJsonOctetByOctet(),
    ];
}

/// <summary>The same bytes are cut in other places.</summary>
internal abstract class Delivers(
    string says,
    EventEncoding encoding,
    Func<IAsyncEnumerable<ReadOnlyMemory<byte>>, IAsyncEnumerable<ReadOnlyMemory<byte>>> deliver
) : FlowVariant(says, "event-stream, R37")
{
    protected sealed override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            Encoding = encoding,
            Deliver = deliver,
        };

    /// <summary>Parts of so many bytes; large ones stay as they are, since each is a write of its own.</summary>
    protected static Func<IAsyncEnumerable<ReadOnlyMemory<byte>>, IAsyncEnumerable<ReadOnlyMemory<byte>>> Cut(
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
}

internal sealed class SendsOctetByOctet() : Delivers("sends its messages octet by octet", EventEncoding.Frames, Cut(1));

internal sealed class SendsOddParts() : Delivers("sends parts of 13 octets", EventEncoding.Frames, Cut(13));

internal sealed class SendsJsonOctetByOctet() : Delivers("sends JSON octet by octet", EventEncoding.JsonArray, Cut(1));

internal sealed class SendsAllAtOnce() : Delivers("sends its stream at once", EventEncoding.Frames, Joined)
{
    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Joined(IAsyncEnumerable<ReadOnlyMemory<byte>> parts)
    {
        var whole = new List<byte>();
        await foreach (var part in parts)
            whole.AddRange(part.Span);
        yield return whole.ToArray();
    }
}

internal sealed class TakesItsTimeForTheFirstEvent()
    : Delivers("takes its time for the first event", EventEncoding.Frames, Late)
{
    private static readonly TimeSpan Slowness = TimeSpan.FromMilliseconds(15);

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Late(IAsyncEnumerable<ReadOnlyMemory<byte>> parts)
    {
        // Slowness is what is shown here: there is no event to wait for.
        await Task.Delay(Slowness, TimeProvider.System);
        await foreach (var part in parts)
            yield return part;
    }
}
