using Conformance.Reports;

namespace Conformance.Engine.Http;

/// <summary>A way to get one request to a target, once.</summary>
internal interface ITransport : IDisposable
{
    /// <summary>
    /// Sends the request and reads the response. Whatever the target does comes back as data, within the request timeout.
    /// </summary>
    /// <param name="baseUrl">Scheme, host and port to go to; its path plays no part here.</param>
    /// <param name="request">What to send, its target complete.</param>
    /// <param name="cancellation">The caller's own; nothing else makes this throw.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    Task<Exchange> Send(Uri baseUrl, WireRequest request, CancellationToken cancellation);
}
