using Conformance.Reports;

namespace Conformance.Engine.Http;

/// <summary>Puts a caller's identity on a request.</summary>
public interface ISigner
{
    /// <summary>Names of the headers among those it adds whose values must not be recorded.</summary>
    ImmutableArray<string> SecretHeaders => [];

    /// <summary>The header lines to add.</summary>
    /// <param name="url">Absolute URL, its path and query byte for byte as sent.</param>
    /// <param name="request">The request, complete but for these lines.</param>
    /// <param name="now">The time to sign for.</param>
    ImmutableArray<Header> Sign(Uri url, WireRequest request, DateTimeOffset now);
}
