using Microsoft.AspNetCore.Connections;

namespace Conformance.Engine.Webhooks;

/// <summary>
/// The connections of a receiver. Until a request to an open callback has arrived, nothing tells a target from a stranger:
/// a connection has little time until then, and where there is no room the oldest of those gives way to the newest.
/// </summary>
internal sealed class Visitors(ReceiverOptions options)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<ConnectionContext> _waiting = [];
    private readonly HashSet<LinkedListNode<ConnectionContext>> _expected = [];
    private int _turnedAway;

    /// <summary>Connections closed for want of room before their time: a webhook may have been among them.</summary>
    public int TurnedAway => Volatile.Read(ref _turnedAway);

    /// <summary>Serves a connection, unless there is no room for it.</summary>
    public async Task Admit(ConnectionContext connection, Func<Task> serve)
    {
        var visit = new LinkedListNode<ConnectionContext>(connection);
        var leaves = Enter(visit);
        leaves?.Abort();
        if (leaves == connection)
            return;
        connection.Features.Set(visit);
        try
        {
            await using var patience = options.ConnectionTime.CreateTimer(
                _ => SendAway(visit),
                null,
                options.TimeForHead,
                Timeout.InfiniteTimeSpan
            );
            await serve();
        }
        finally
        {
            Leave(visit);
        }
    }

    /// <summary>A request to an open callback has arrived: its connection may stay. False where it is being closed already.</summary>
    public bool Expect(LinkedListNode<ConnectionContext> visit)
    {
        lock (_lock)
        {
            if (visit.List is null)
                return _expected.Contains(visit);
            _waiting.Remove(visit);
            return _expected.Add(visit);
        }
    }

    /// <summary>Who has to leave for it: null where there is room, itself where all others are expected.</summary>
    private ConnectionContext? Enter(LinkedListNode<ConnectionContext> visit)
    {
        lock (_lock)
        {
            var isFull = _waiting.Count + _expected.Count >= options.MostConnections;
            if (isFull)
                _turnedAway++;
            _waiting.AddLast(visit);
            if (!isFull)
                return null;
            var oldest = _waiting.First!;
            _waiting.Remove(oldest);
            return oldest.Value;
        }
    }

    private void SendAway(LinkedListNode<ConnectionContext> visit)
    {
        lock (_lock)
        {
            if (visit.List is null)
                return;
            _waiting.Remove(visit);
        }
        visit.Value.Abort();
    }

    private void Leave(LinkedListNode<ConnectionContext> visit)
    {
        lock (_lock)
        {
            if (visit.List is not null)
                _waiting.Remove(visit);
            _expected.Remove(visit);
        }
    }
}
