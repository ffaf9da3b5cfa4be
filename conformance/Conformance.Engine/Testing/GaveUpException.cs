namespace Conformance.Engine.Testing;

/// <summary>
/// A request was not sent, or not waited for with the full time, because the target had left others like it without a
/// response. It says nothing about the target.
/// </summary>
internal sealed class GaveUpException(string reason) : Exception(reason);
