using System.Buffers;
using Conformance.Generators.Dimensions;
using Conformance.Reports;

namespace Conformance.Engine.Http;

/// <summary>Tells which requests the client library would refuse or rewrite, so that only a raw socket sends them.</summary>
internal static class RawOnly
{
    private static readonly SearchValues<char> UpperCase = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>What a token is made of (RFC 9110, 5.6.2).</summary>
    internal static readonly SearchValues<char> TokenCharacters = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    );

    // The library reads these, acts on them or writes its own.
    private static readonly ImmutableHashSet<string> ActedOn = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Host",
        "Content-Length",
        "Transfer-Encoding",
        "Expect",
        "Connection",
        "Upgrade"
    );

    internal static bool Applies(WireRequest request) =>
        request.NeedsRawSocket
        || request.Framing != Framing.Usual
        || request.DeclaredLength is not null
        || request.Method.Length == 0
        || request.Method.AsSpan().ContainsAnyExcept(UpperCase)
        || request.Method == "CONNECT"
        || !request.Target.StartsWith('/')
        || request.Target.AsSpan().ContainsAnyExceptInRange(' ', '~')
        || (request.ContentType is { } contentType && !IsPlainText(contentType))
        || AnyLineIsOdd(request);

    private static bool AnyLineIsOdd(WireRequest request)
    {
        var headers = request.Headers.AsSpan();
        for (var i = 0; i < headers.Length; i++)
        {
            var (name, value) = headers[i];
            if (!IsToken(name) || !IsPlainText(value) || ActedOn.Contains(name) || Repeats(headers[..i], name))
                return true;
            if (request.ContentType is not null && name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    internal static bool IsToken(string name) => name.Length > 0 && !name.AsSpan().ContainsAnyExcept(TokenCharacters);

    private static bool IsPlainText(string value) => !value.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static bool Repeats(ReadOnlySpan<Header> before, string name)
    {
        foreach (var header in before)
            if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
