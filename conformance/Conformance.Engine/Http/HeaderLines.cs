using System.Globalization;
using Conformance.Generators.Dimensions;
using Conformance.Reports;
using Conformance.Reports.Secrecy;

namespace Conformance.Engine.Http;

/// <summary>The header lines of a request as they go out, those that nobody asked for included.</summary>
internal static class HeaderLines
{
    /// <summary>Methods whose requests carry no Content-Length when they have no body (RFC 9110, 8.6).</summary>
    internal static bool GoesWithoutBody(string method) =>
        method is "GET" or "HEAD" or "DELETE" or "OPTIONS" or "TRACE";

    internal static bool Has(this ImmutableArray<Header> headers, string name)
    {
        foreach (var header in headers)
            if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    internal static ImmutableArray<Header> Complete(
        WireRequest request,
        Uri baseUrl,
        TargetClientOptions options,
        bool closes
    )
    {
        var lines = ImmutableArray.CreateBuilder<Header>(request.Headers.Length + 5);
        if (!request.Headers.Has("Host"))
            lines.Add(new Header("Host", HostOf(baseUrl)));
        if (!request.Headers.Has("User-Agent"))
            lines.Add(new Header("User-Agent", options.UserAgent));
        lines.AddRange(request.Headers);
        if (closes && !request.Headers.Has("Connection"))
            lines.Add(new Header("Connection", "close"));
        if (request.ContentType is { } contentType)
            lines.Add(new Header("Content-Type", contentType));
        if (LengthOf(request) is { } length)
            lines.Add(new Header("Content-Length", length.ToString(CultureInfo.InvariantCulture)));
        if (IsChunked(request))
            lines.Add(new Header("Transfer-Encoding", "chunked"));
        if (request.Framing == Framing.ExpectContinue && request.Body is not null)
            lines.Add(new Header("Expect", "100-continue"));
        for (var i = 0; i < lines.Count; i++)
            lines[i] = Framed(lines[i], request.Framing);
        return lines.DrainToImmutable();
    }

    /// <summary>Whether its body goes in chunks.</summary>
    internal static bool IsChunked(WireRequest request) => request is { Framing: Framing.Chunked, Body: not null };

    /// <summary>Names of fields are the same in any case (RFC 9110, 5.1).</summary>
    private static Header Framed(Header line, Framing framing) =>
        framing switch
        {
            Framing.LowercaseNames => line with { Name = line.Name.ToLowerInvariant() },
            Framing.UppercaseNames => line with { Name = line.Name.ToUpperInvariant() },
            _ => line,
        };

    internal static SentRequest Record(
        WireRequest request,
        Uri baseUrl,
        TargetClientOptions options,
        ImmutableArray<Header> lines
    )
    {
        var url = string.Concat(baseUrl.Scheme, "://", HostOf(baseUrl), request.Target);
        return new SentRequest(request.Method, url, WithoutSecrets(lines, options.SecretHeaders), request.Body);
    }

    internal static string HostOf(Uri baseUrl) =>
        baseUrl.IsDefaultPort
            ? HostNameOf(baseUrl)
            : string.Create(CultureInfo.InvariantCulture, $"{HostNameOf(baseUrl)}:{baseUrl.Port}");

    // IdnHost drops the brackets that an IPv6 literal needs before a port.
    private static string HostNameOf(Uri baseUrl) =>
        baseUrl.HostNameType == UriHostNameType.IPv6 ? baseUrl.Host : baseUrl.IdnHost;

    private static int? LengthOf(WireRequest request)
    {
        if (request.DeclaredLength is { } declared)
            return declared;
        if (IsChunked(request) || request.Headers.Has("Content-Length") || request.Headers.Has("Transfer-Encoding"))
            return null;
        return request.Body is { } body ? body.Length
            : GoesWithoutBody(request.Method) ? null
            : 0;
    }

    private static ImmutableArray<Header> WithoutSecrets(ImmutableArray<Header> lines, ImmutableHashSet<string> secrets)
    {
        for (var i = 0; i < lines.Length; i++)
            if (secrets.Contains(lines[i].Name))
                lines = lines.SetItem(i, lines[i] with { Value = Secrets.Mark });
        return lines;
    }
}
