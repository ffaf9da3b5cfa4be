namespace Conformance.Engine.Http;

/// <summary>A proxy did not bring a connection to the target about; the message says whose it is and what to do.</summary>
internal sealed class ProxyException(string message, Exception? inner = null) : Exception(message, inner);
