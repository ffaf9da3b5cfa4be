using Conformance.Engine.Http;
using Microsoft.Extensions.Time.Testing;

namespace Conformance.Engine.Tests.Http.Hostile;

/// <summary>
/// A connection without a socket: whatever is written to it is taken, and its bytes come in pieces of any size. At the end
/// it closes, or says nothing more, so that the time runs out.
/// </summary>
/// <param name="bytes">What the target says.</param>
/// <param name="chance">Decides the sizes of the pieces.</param>
/// <param name="stalls">The clock of whoever waits for more; null where the connection closes.</param>
internal sealed class MemoryConnection(byte[] bytes, Chance chance, FakeTimeProvider? stalls) : Stream, IRawConnection
{
    private readonly TaskCompletionSource<int> closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int position;

    public RawPhase Phase => RawPhase.Talking;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public Task<Stream> Open(CancellationToken total) => Task.FromResult<Stream>(this);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || closed.Task.IsCompleted)
            return 0;
        if (position == bytes.Length && stalls is not null)
        {
            stalls.Advance(HostileTargets.RequestTimeout);
            return await closed.Task.WaitAsync(cancellationToken);
        }
        var most = chance.In100(70) ? bytes.Length : 1 + chance.Few(200);
        var count = Math.Min(Math.Min(buffer.Length, most), bytes.Length - position);
        bytes.AsMemory(position, count).CopyTo(buffer);
        position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) { }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.CompletedTask;

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public override void Flush() { }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Ends reads that wait, as the closing of a socket does.</summary>
    protected override void Dispose(bool disposing)
    {
        closed.TrySetException(new IOException("closed"));
        base.Dispose(disposing);
    }
}
