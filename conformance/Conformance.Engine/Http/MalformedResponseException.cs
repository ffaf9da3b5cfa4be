namespace Conformance.Engine.Http;

/// <summary>What came over a raw socket is not HTTP; the message says what was expected and what came.</summary>
internal sealed class MalformedResponseException(string message) : Exception(message);
