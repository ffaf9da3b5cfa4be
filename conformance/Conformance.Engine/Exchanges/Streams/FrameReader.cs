namespace Conformance.Engine.Exchanges.Streams;

/// <summary>
/// Takes the bytes of <c>application/vnd.amazon.eventstream</c> as they come, in chunks of any size, and gives each frame
/// as soon as it is whole. After a fault it reads nothing more.
/// </summary>
internal sealed class FrameReader
{
    private byte[] pending = [];
    private int count;
    private int offset;

    /// <summary>What ended the interpretation; null as long as nothing did.</summary>
    public StreamFault? Fault { get; private set; }

    /// <summary>The frames that these bytes complete, in order.</summary>
    public ImmutableArray<Frame> Take(ReadOnlySpan<byte> chunk)
    {
        if (Fault is not null)
            return [];
        Append(chunk);
        var frames = ImmutableArray.CreateBuilder<Frame>();
        var taken = 0;
        while (Fault is null && Next(pending.AsMemory(taken, count - taken)) is { } frame)
        {
            frames.Add(frame);
            taken += frame.Length;
            offset += frame.Length;
        }
        pending.AsSpan(taken, count - taken).CopyTo(pending);
        count -= taken;
        return frames.ToImmutable();
    }

    /// <summary>Says that nothing more comes.</summary>
    /// <returns>The fault, that of an unfinished frame included.</returns>
    public StreamFault? End() => Fault ??= count == 0 ? null : WholeFrame.Unfinished(offset, count);

    private void Append(ReadOnlySpan<byte> chunk)
    {
        if (count + chunk.Length > pending.Length)
            Array.Resize(ref pending, Math.Max(count + chunk.Length, pending.Length * 2));
        chunk.CopyTo(pending.AsSpan(count));
        count += chunk.Length;
    }

    /// <summary>The frame at the beginning of these bytes, or null where it isn't whole or has a fault.</summary>
    private Frame? Next(ReadOnlyMemory<byte> bytes)
    {
        var length = WholeFrame.LengthOf(bytes.Span, offset, out var fault);
        // The buffer is used again: what the frame keeps has to be its own.
        var frame = length == 0 ? null : WholeFrame.Read(bytes[..length].ToArray(), offset, out fault);
        Fault = fault;
        return frame;
    }
}
