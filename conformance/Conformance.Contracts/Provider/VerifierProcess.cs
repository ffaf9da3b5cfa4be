using System.Diagnostics;

namespace Conformance.Contracts.Provider;

/// <summary>
/// Pact's verifier in a process of its own: it writes to the standard output, and should it crash, the run goes on. The
/// process is started with the first task, and once more where it was lost, or where somebody gave up a task: nobody can end
/// that alone, so its process takes no more tasks, and is ended once it has no other.
/// </summary>
/// <param name="start">
/// How to start it, given the handle of the pipe that the responses go into (<see cref="ServeFrom"/> is the other end).
/// </param>
public sealed class VerifierProcess(Func<string, ProcessStartInfo> start) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private ImmutableStack<VerifierWorker> _workers = [];
    private bool _isDisposed;

    /// <summary>Has a task done.</summary>
    /// <exception cref="VerifierLostException">The process can't be started, or was lost.</exception>
    public Task<VerifierResponse> Verify(VerifierTask task, CancellationToken cancel)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (!_workers.IsEmpty && _workers.Peek().Take(task, cancel) is { } taken)
                return taken;
            var worker = VerifierWorker.Start(start);
            _workers = _workers.Push(worker);
            return worker.Take(task, cancel) ?? throw worker.Lost();
        }
    }

    /// <summary>What the started process does: takes tasks from its standard input, until that ends.</summary>
    /// <param name="handle">The handle that <c>start</c> was given.</param>
    /// <param name="input">The standard input.</param>
    /// <param name="cancel">Ends it early.</param>
    public static async Task ServeFrom(string handle, TextReader input, CancellationToken cancel)
    {
        var pipe = new System.IO.Pipes.AnonymousPipeClientStream(System.IO.Pipes.PipeDirection.Out, handle);
        await using var closing = pipe;
        var responses = new StreamWriter(pipe);
        await using var flushing = responses;
        await VerifierHost.Serve(input, responses, VerifierThread.Verify, cancel);
    }

    /// <summary>Lets the process end.</summary>
    public async ValueTask DisposeAsync()
    {
        ImmutableStack<VerifierWorker> workers;
        lock (_lock)
            (workers, _workers, _isDisposed) = (_workers, [], true);
        foreach (var worker in workers)
            await worker.DisposeAsync();
    }
}
