namespace Conformance.Reference.Http;

/// <summary>
/// Responds to one request, whatever is in it. Must not throw. The token ends when the client or the server has gone.
/// </summary>
internal delegate ValueTask<Response> Handler(Incoming request, CancellationToken ct);
