namespace Conformance.Engine.Webhooks;

/// <summary>One URL that a target is told to call, and what arrived there.</summary>
public sealed class Callback
{
    private readonly DeliveryBook _book;
    private readonly Replies _replies;
    private int _taken;
    private int _webhooks;
    private int _arriving;

    internal Callback(string token, string address, bool takesAnyTail, Replies replies, DeliveryBook book)
    {
        Token = token;
        Address = address;
        Url = new Uri(address);
        TakesAnyTail = takesAnyTail;
        _replies = replies;
        _book = book;
    }

    /// <summary>Part of the URL's path by which it is known; the last part of a plain one.</summary>
    public string Token { get; }

    /// <summary>The URL as the target reaches it.</summary>
    public Uri Url { get; }

    /// <summary>What has arrived so far, in order; those past the receiver's limit are left out.</summary>
    public ImmutableArray<Delivery> Deliveries => _book.Kept;

    /// <summary>The URL byte for byte as the target is told it.</summary>
    public string Address { get; }

    /// <summary>Whether whatever stands behind the token belongs to it, so that a URL that is called wrongly shows as such.</summary>
    internal bool TakesAnyTail { get; }

    /// <summary>How many have arrived so far, those past the limit included.</summary>
    public int Count => _book.Count;

    /// <summary>Whether more have arrived than are kept.</summary>
    public bool HasOverflowed => Count > Deliveries.Length;

    /// <summary>Whether the body of a delivery is on its way.</summary>
    public bool IsArriving => Volatile.Read(ref _arriving) > 0;

    /// <summary>The first delivery that no earlier call gave; null where none arrives in time.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<Delivery?> Next(TimeSpan within, CancellationToken cancel)
    {
        var index = Interlocked.Increment(ref _taken) - 1;
        if (await WaitFor(index + 1, within, cancel))
            return Deliveries[index];
        Interlocked.Decrement(ref _taken);
        return null;
    }

    /// <summary>Waits until this many have arrived; false where they do not in time.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Task<bool> WaitFor(int count, TimeSpan within, CancellationToken cancel) =>
        WaitUntil(deliveries => deliveries.Length >= count, within, cancel);

    /// <summary>Waits until the deliveries so far are as asked for; false where they are not in time.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Task<bool> WaitUntil(
        Func<ImmutableArray<Delivery>, bool> areAsked,
        TimeSpan within,
        CancellationToken cancel
    ) => _book.WaitUntil(areAsked, within, cancel);

    /// <summary>
    /// Keeps what is read. Who only asks whether there is a receiver gets its response at once, and of what broke off no sender may
    /// believe that it has come.
    /// </summary>
    /// <param name="read">Reads a delivery, of whose body it keeps so many bytes at most.</param>
    /// <param name="mostBytes">Bytes of a body, where there is room.</param>
    internal async Task<Reply> Receive(Func<int, Task<Delivery>> read, int mostBytes)
    {
        Interlocked.Increment(ref _arriving);
        try
        {
            var delivery = await read(_book.IsFull ? 0 : mostBytes);
            _book.Add(delivery);
            return delivery switch
            {
                { Broken: not null } => Reply.Status(408),
                { IsWebhook: true } or { Body.IsEmpty: false } => _replies(Interlocked.Increment(ref _webhooks)),
                _ => Reply.Ok,
            };
        }
        finally
        {
            Interlocked.Decrement(ref _arriving);
        }
    }
}
