namespace Conformance.Contracts.Broker;

/// <summary>A pact that a broker keeps.</summary>
/// <param name="Url">Where.</param>
/// <param name="Text">The pact, as JSON.</param>
/// <param name="Publish">Where results of its verification are taken; null where the broker doesn't say.</param>
public sealed record BrokerPact(Uri Url, string Text, Uri? Publish);

/// <summary>What came of verifying one pact.</summary>
/// <param name="IsSuccess">Whether the provider keeps to all of it.</param>
/// <param name="Version">The provider's version.</param>
/// <param name="Branch">The branch that it is from; null for none.</param>
/// <param name="KitVersion">Version of the kit that verified it.</param>
public sealed record VerificationResult(bool IsSuccess, string Version, string? Branch, string KitVersion);

/// <summary>A broker did not respond as one; the message says what to do.</summary>
public sealed class BrokerException(string message, Exception? inner = null) : Exception(message, inner);
