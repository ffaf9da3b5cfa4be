namespace Conformance.Engine.Http;

/// <summary>Collects a body of unknown length up to a limit, and one byte more to know that it went on.</summary>
internal sealed class BodyBuffer
{
    private const int AtFirst = 4096;

    // Large bodies come in rows, and a new buffer for each would fill the memory before it is collected.
    private const int KeptBetweenUses = 9 << 20;

    private byte[] bytes = new byte[AtFirst];

    /// <summary>Bytes that are kept.</summary>
    internal int Limit { get; set; }

    internal int Count { get; private set; }

    internal bool IsOverfull => Count > Limit;

    /// <summary>Room for the next bytes; never empty unless the buffer is overfull.</summary>
    internal Memory<byte> Room()
    {
        var most = Limit + 1L;
        if (Count == bytes.Length && Count < most)
            Array.Resize(ref bytes, (int)Math.Min(most, bytes.Length * 2L));
        return bytes.AsMemory(Count, (int)Math.Min(bytes.Length, most) - Count);
    }

    internal void Took(int count) => Count += count;

    /// <summary>
    /// What came, up to the limit, or less: what is far too large is given away as it stands, and the buffer is of use again
    /// once it is cleared.
    /// </summary>
    internal ReadOnlyMemory<byte> Kept(int most)
    {
        var kept = bytes.AsMemory(0, Math.Min(Count, Math.Min(Limit, most)));
        if (kept.Length <= Math.Max(KeptBetweenUses, bytes.Length / 2))
            return kept.ToArray();
        bytes = [];
        return kept;
    }

    internal void Clear()
    {
        Count = 0;
        if (bytes.Length is 0 or > KeptBetweenUses)
            bytes = new byte[AtFirst];
    }
}
