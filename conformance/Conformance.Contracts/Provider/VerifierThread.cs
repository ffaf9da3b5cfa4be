using Conformance.Contracts.Native;

namespace Conformance.Contracts.Provider;

/// <summary>Pact's verifier in this process, which then writes to the standard output: for tests, and for a process of its own.</summary>
public static class VerifierThread
{
    /// <summary>Verifies on a thread of its own: it blocks, and would starve the pool that the relay needs.</summary>
    public static Task<VerifierResponse> Verify(VerifierTask task, CancellationToken cancel) =>
        Task
            .Factory.StartNew(
                () => Verifier.Run(task),
                cancel,
                TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
                TaskScheduler.Default
            )
            .WaitAsync(cancel);
}
