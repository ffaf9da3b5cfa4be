using Conformance.Reports;

namespace Conformance.Engine.Http;

/// <summary>
/// Server errors that are gone when the same is sent again: no wrong responses (D0:131 and D3:101 say to try again), as long
/// as they are rare. Safe for concurrent callers.
/// </summary>
internal sealed class PassingFaults
{
    // So many in any run, and one more in so many requests.
    private const int InAnyRun = 2;
    private const int RequestsToOne = 500;

    private int count;

    /// <summary>How many there were.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Whether this response may be one, so that its request is worth sending again.</summary>
    /// <param name="response">The response; null where none came.</param>
    /// <param name="requestsSent">Requests of the run so far.</param>
    public bool MayBe(ReceivedResponse? response, int requestsSent) =>
        response is { Status: >= 500 }
        && !RetryAfter.IsAskedFor(response)
        && Count < InAnyRun + (requestsSent / RequestsToOne);

    /// <summary>The error of a request that can't be sent again alone, counted.</summary>
    public ReceivedResponse? Taken(Exchange exchange)
    {
        Interlocked.Increment(ref count);
        return exchange.Response;
    }

    /// <summary>The error, counted, where the last response shows that it has passed; null where there was none, or it stays.</summary>
    public ReceivedResponse? Noted(ReceivedResponse? fault, ReceivedResponse? last)
    {
        if (fault is null || last is not { Status: < 500 })
            return null;
        Interlocked.Increment(ref count);
        return fault;
    }
}
