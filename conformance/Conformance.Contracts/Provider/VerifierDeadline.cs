using System.Globalization;

namespace Conformance.Contracts.Provider;

/// <summary>How long Pact's verifier may take over one interaction by itself; what the target takes does not count.</summary>
/// <param name="Allowed">How long.</param>
/// <param name="Time">Clock.</param>
public sealed record VerifierDeadline(TimeSpan Allowed, TimeProvider Time)
{
    /// <summary>Much longer than it ever takes: a tenth of a second, on a machine with nothing else to do.</summary>
    public static VerifierDeadline Usual { get; } = new(TimeSpan.FromMinutes(2), TimeProvider.System);

    /// <summary>Begins to wait.</summary>
    internal VerifierWait Begin(CancellationToken cancel) => new(this, cancel);

    /// <summary>That it is over, in words.</summary>
    internal string Over =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Pact's verifier did not end within {Allowed.TotalSeconds:0.###} s, and was given up; verify the contract by hand"
        );
}

/// <summary>The time that one interaction takes Pact's verifier.</summary>
internal sealed class VerifierWait : IDisposable
{
    private readonly VerifierDeadline _deadline;
    private readonly CancellationTokenSource _over;
    private readonly CancellationTokenSource _either;
    private readonly CancellationToken _cancel;

    public VerifierWait(VerifierDeadline deadline, CancellationToken cancel)
    {
        (_deadline, _cancel) = (deadline, cancel);
        _over = new CancellationTokenSource(deadline.Allowed, deadline.Time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(cancel, _over.Token);
    }

    /// <summary>Waits for the verifier.</summary>
    /// <exception cref="VerifierLostException">It took too long.</exception>
    public async Task<VerifierResponse> For(Func<CancellationToken, Task<VerifierResponse>> verify)
    {
        try
        {
            return await verify(_either.Token).WaitAsync(_either.Token);
        }
        catch (OperationCanceledException e) when (_over.IsCancellationRequested && !_cancel.IsCancellationRequested)
        {
            throw new VerifierLostException(_deadline.Over, e);
        }
    }

    /// <summary>Waits for somebody else, with the time standing still.</summary>
    public async Task<T> Without<T>(Task<T> other)
    {
        _over.CancelAfter(Timeout.InfiniteTimeSpan);
        try
        {
            return await other;
        }
        finally
        {
            _over.CancelAfter(_deadline.Allowed);
        }
    }

    public void Dispose()
    {
        _either.Dispose();
        _over.Dispose();
    }
}
