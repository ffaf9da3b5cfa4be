using Conformance.Engine.Exchanges.Streams;
using Conformance.Reports;

namespace Conformance.Engine.Exchanges;

/// <summary>What has to be looked at is more than the kit reads: nobody knows what it holds, so it is no fault of the target.</summary>
internal sealed class UnreadResponseException(string limit) : Exception(InWords(limit))
{
    /// <summary>The limit as a sentence.</summary>
    /// <param name="limit">In words that follow "a response".</param>
    public static string InWords(string limit) =>
        $"the target gave a response {limit}, so it can't be judged; let it respond with less, or judge it by hand";

    /// <summary>Throws where the kit could not read the body of the response as JSON.</summary>
    /// <exception cref="UnreadResponseException">It could not.</exception>
    public static void ThrowIfUnread(Exchange exchange)
    {
        if (exchange.Unread() is { } limit)
            throw new UnreadResponseException(limit);
    }

    /// <summary>Throws where the kit could not read the stream to its end, or the payload of one of its events.</summary>
    /// <exception cref="UnreadResponseException">It could not.</exception>
    public static void ThrowIfUnread(FlowStream stream)
    {
        if ((stream.Unread ?? stream.Events.Select(e => e.Unread).FirstOrDefault(u => u is not null)) is { } limit)
            throw new UnreadResponseException(limit);
    }
}
