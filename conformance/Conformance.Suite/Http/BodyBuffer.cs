namespace Conformance.Suite.Http;

/// <summary>Collects a body of unknown length up to a limit, and one byte more to know that it went on.</summary>
internal sealed class BodyBuffer(int limit)
{
    private const int KeptBetweenUses = 1 << 16;

    private byte[] bytes = new byte[Math.Min(4096, limit + 1)];

    internal int Count { get; private set; }

    internal bool IsOverfull => Count > limit;

    /// <summary>Room for the next bytes; never empty unless the buffer is overfull.</summary>
    internal Memory<byte> Room()
    {
        if (Count == bytes.Length && !IsOverfull)
            Array.Resize(ref bytes, (int)Math.Min(limit + 1L, bytes.Length * 2L));
        return bytes.AsMemory(Count);
    }

    internal void Took(int count) => Count += count;

    internal byte[] Kept() => bytes.AsSpan(0, Math.Min(Count, limit)).ToArray();

    internal void Clear()
    {
        Count = 0;
        if (bytes.Length > KeptBetweenUses)
            bytes = new byte[KeptBetweenUses];
    }
}
