namespace Conformance.Engine.Webhooks;

/// <summary>Deliveries in the order of their arrival, and a way to wait for more.</summary>
/// <param name="most">How many are kept; more are only counted.</param>
/// <param name="mostBytes">How many bytes of bodies are kept.</param>
/// <param name="time">Clock of the deadlines.</param>
internal sealed class DeliveryBook(int most, int mostBytes, TimeProvider time)
{
    private readonly Lock _lock = new();
    private ImmutableArray<Delivery> _kept = [];
    private TaskCompletionSource _arrival = NewArrival();
    private int _count;
    private int _bytes;

    public ImmutableArray<Delivery> Kept
    {
        get
        {
            lock (_lock)
                return _kept;
        }
    }

    public int Count
    {
        get
        {
            lock (_lock)
                return _count;
        }
    }

    /// <summary>Whether whatever comes is only counted.</summary>
    public bool IsFull
    {
        get
        {
            lock (_lock)
                return _kept.Length >= most || _bytes >= mostBytes;
        }
    }

    /// <summary>Writes it down and wakes whoever waits.</summary>
    public void Add(Delivery delivery)
    {
        TaskCompletionSource arrival;
        lock (_lock)
        {
            _count++;
            if (_kept.Length < most && delivery.Body.Length <= mostBytes - _bytes)
            {
                _kept = _kept.Add(delivery);
                _bytes += delivery.Body.Length;
            }
            (arrival, _arrival) = (_arrival, NewArrival());
        }
        arrival.SetResult();
    }

    /// <summary>Waits until the deliveries so far are as asked for; false where they are not in time.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<bool> WaitUntil(
        Func<ImmutableArray<Delivery>, bool> areAsked,
        TimeSpan within,
        CancellationToken cancel
    )
    {
        using var deadline = new CancellationTokenSource(within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancel);
        while (true)
        {
            var (kept, arrival) = Now();
            if (areAsked(kept))
                return true;
            try
            {
                await arrival.WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                return areAsked(Kept);
            }
        }
    }

    private (ImmutableArray<Delivery> Kept, Task Arrival) Now()
    {
        lock (_lock)
            return (_kept, _arrival.Task);
    }

    // Whoever waits goes on elsewhere, not on the thread that has a delivery to respond to.
    private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
