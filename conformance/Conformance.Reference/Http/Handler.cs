namespace Conformance.Reference.Http;

/// <summary>
/// Answers one request, whatever is in it. Must not throw. The token ends when the client or the server has gone.
/// </summary>
internal delegate ValueTask<Answer> Handler(Incoming request, CancellationToken ct);
