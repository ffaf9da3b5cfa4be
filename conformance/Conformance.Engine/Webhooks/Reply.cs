namespace Conformance.Engine.Webhooks;

/// <summary>How the receiver responds to one delivery.</summary>
public abstract record Reply
{
    private protected Reply() { }

    /// <summary>200 without a body.</summary>
    public static Reply Ok { get; } = new StatusReply(200);

    /// <summary>The connection is aborted without a response.</summary>
    public static Reply Reset { get; } = new ResetReply();

    /// <summary>This HTTP status without a body.</summary>
    public static Reply Status(int status) => new StatusReply(status);

    /// <summary>The response comes after so long.</summary>
    public Reply After(TimeSpan pause) => new SlowReply((time, cancel) => Task.Delay(pause, time, cancel), this);

    /// <summary>The response comes when the task has ended.</summary>
    public Reply When(Task released) => new SlowReply((_, cancel) => released.WaitAsync(cancel), this);
}

/// <summary>An HTTP status.</summary>
internal sealed record StatusReply(int Code) : Reply;

/// <summary>No response: the connection ends.</summary>
internal sealed record ResetReply : Reply;

/// <summary>A response that lets its client wait.</summary>
/// <param name="Wait">What is waited for; it ends early when the receiver closes.</param>
/// <param name="Then">The response.</param>
internal sealed record SlowReply(Func<TimeProvider, CancellationToken, Task> Wait, Reply Then) : Reply;

/// <summary>How the receiver responds to the webhooks of one callback, by their number, counted from 1.</summary>
public delegate Reply Replies(int number);

/// <summary>Usual ways to respond to one delivery after the other.</summary>
internal static class Replying
{
    /// <summary>Every delivery with 200.</summary>
    public static Replies Ok { get; } = _ => Reply.Ok;

    /// <summary>Every delivery in the same way.</summary>
    public static Replies Always(Reply reply) => _ => reply;

    /// <summary>The first so many in this way, and every later one with 200.</summary>
    public static Replies First(int count, Reply reply) => number => number <= count ? reply : Reply.Ok;
}
