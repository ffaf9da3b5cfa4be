using Conformance.Reports;

namespace Conformance.Engine.Http;

/// <summary>One fixed header, such as <c>Authorization: Bearer …</c>; its value is a secret.</summary>
/// <param name="name">The header's name.</param>
/// <param name="value">The header's value.</param>
internal sealed class HeaderSigner(string name, string value) : ISigner
{
    private readonly ImmutableArray<Header> lines = [new Header(name, value)];

    /// <inheritdoc/>
    public ImmutableArray<string> SecretHeaders { get; } = [name];

    /// <inheritdoc/>
    public ImmutableArray<Header> Sign(Uri url, WireRequest request, DateTimeOffset now) => lines;
}
