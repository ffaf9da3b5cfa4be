using Conformance.Reports;

namespace Conformance.Engine.Http;

/// <summary>
/// HTTP/1.1 written to a socket byte for byte, one connection per request: for what a client library would refuse or tidy up.
/// </summary>
/// <param name="options">Limits and headers.</param>
/// <param name="time">The clock for timeouts and durations.</param>
internal sealed class RawSocketTransport(TargetClientOptions options, TimeProvider time) : ITransport
{
    /// <summary>Makes the connection of each request; a socket unless a test has something else.</summary>
    internal Func<Uri, IRawConnection> Connect { get; init; } = baseUrl => new RawConnection(baseUrl, options, time);

    /// <inheritdoc/>
    public async Task<Exchange> Send(Uri baseUrl, WireRequest request, CancellationToken cancellation) =>
        (await Try(baseUrl, request, cancellation)).Exchange;

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing outlives a request.
    }

    internal async Task<Attempt> Try(Uri baseUrl, WireRequest request, CancellationToken cancellation)
    {
        var lines = HeaderLines.Complete(request, baseUrl, options, closes: true);
        var sent = HeaderLines.Record(request, baseUrl, options, lines);
        using var deadline = new Deadline(options.RequestTimeout, time);
        var total = deadline.Start(cancellation, request.Timeout);
        using var conversation = new RawConversation(Connect(baseUrl), options, time);
        var failure = default(TransportFailure);
        try
        {
            await conversation.Hold(request, RawRequest.Parts(request, lines), total);
        }
        catch (Exception thrown)
        {
            cancellation.ThrowIfCancellationRequested();
            failure = FailureOf(thrown, conversation, deadline, request.Timeout ?? options.RequestTimeout);
        }
        var broken = failure is null ? null : conversation.Broken(failure);
        var response = failure is null ? conversation.Response : broken;
        return new Attempt(
            new Exchange(sent, response, broken is null ? failure : null, conversation.Milliseconds),
            conversation.HeadCame
        );
    }

    private TransportFailure FailureOf(
        Exception thrown,
        RawConversation conversation,
        Deadline deadline,
        TimeSpan allowed
    ) =>
        (conversation.Phase, deadline.IsOver) switch
        {
            (RawPhase.Talking, true) => Failures.Timeout(allowed, conversation.Came),
            (RawPhase.Connecting, _) => Failures.From(
                new HttpRequestException(HttpRequestError.ConnectionError, thrown.Message, thrown),
                options.Proxy
            ),
            (RawPhase.Securing, _) => Failures.From(
                new HttpRequestException(HttpRequestError.SecureConnectionError, thrown.Message, thrown),
                options.Proxy
            ),
            _ when conversation.IsIdle => Failures.Idle(options.StreamIdleTimeout!.Value, conversation.Came),
            _ => Failures.From(thrown, options.Proxy),
        };
}
