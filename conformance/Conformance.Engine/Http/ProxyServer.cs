using System.Globalization;
using System.Net;
using Conformance.Reports.Text;

namespace Conformance.Engine.Http;

/// <summary>What a proxy is spoken to in.</summary>
public enum ProxyKind
{
    /// <summary>HTTP: it is asked for a tunnel with CONNECT (RFC 9110, 9.3.6).</summary>
    Http,

    /// <summary>SOCKS 5 (RFC 1928); the proxy looks names up.</summary>
    Socks5,
}

/// <summary>A proxy, and as whom it is asked.</summary>
/// <param name="Kind">What it is spoken to in.</param>
/// <param name="Host">Its name or address, without brackets.</param>
/// <param name="Port">Its port.</param>
public sealed record ProxyServer(ProxyKind Kind, string Host, int Port)
{
    private const int UsualSocksPort = 1080;
    private const int LongestSocksCredential = 255;
    private const string Like = "expected something like http://proxy.example:3128 or socks5://127.0.0.1:1080";

    /// <summary>User and password; null where it is asked as nobody.</summary>
    public NetworkCredential? Credentials { get; init; }

    /// <summary>Its URL without credentials.</summary>
    public override string ToString()
    {
        var host = Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host;
        var scheme = Kind == ProxyKind.Http ? "http" : "socks5";
        return string.Create(CultureInfo.InvariantCulture, $"{scheme}://{host}:{Port}");
    }

    /// <summary>The same for a library's client.</summary>
    public IWebProxy ForClients() => new WebProxy(ToString()) { Credentials = Credentials };

    /// <summary>Reads the URL of a proxy; without a scheme it is one of HTTP.</summary>
    /// <param name="text">The URL.</param>
    /// <param name="problem">What is wrong, as a sentence that never holds credentials; empty where nothing is.</param>
    /// <returns>The proxy; null where the text names none.</returns>
    public static ProxyServer? Parse(string text, out string problem)
    {
        var isWhole = text.Contains("://", StringComparison.Ordinal);
        var isUrl =
            Uri.TryCreate(isWhole ? text : $"http://{text}", UriKind.Absolute, out var url) && url.Host.Length > 0;
        problem = !isUrl ? $"{Shown(text)} is not a valid URL of a proxy; {Like}" : ProblemWith(url!, text) ?? "";
        if (problem.Length > 0)
            return null;
        var kind = url!.Scheme == "http" ? ProxyKind.Http : ProxyKind.Socks5;
        var proxy = new ProxyServer(kind, url.DnsSafeHost, url.Port < 0 ? UsualSocksPort : url.Port)
        {
            Credentials = CredentialsOf(url),
        };
        problem = ProblemWith(proxy.Credentials, kind) ?? "";
        return problem.Length > 0 ? null : proxy;
    }

    private static string? ProblemWith(Uri url, string text) =>
        url.Scheme is not ("http" or "socks5" or "socks5h")
            ? $"{Shown(text)} is a proxy in {Shortened.OnALine(url.Scheme)}, and the kit speaks to proxies in http and socks5 alone; {Like}"
        : url.Port == 0 ? $"{Shown(text)} has port 0, where nobody can listen; {Like}"
        : url.AbsolutePath is not ("" or "/") || url.Query.Length > 0 || url.Fragment.Length > 0
            ? $"{Shown(text)} has a path, query or fragment; {Like}"
        : null;

    private static string? ProblemWith(NetworkCredential? credentials, ProxyKind kind)
    {
        if (credentials is null)
            return null;
        string[] both = [credentials.UserName, credentials.Password];
        return both.Any(part => part.Any(char.IsControl))
                ? "the credentials in the proxy's URL hold a control character; correct them"
            : kind == ProxyKind.Http && credentials.UserName.Contains(':', StringComparison.Ordinal)
                ? "the user in the proxy's URL holds a colon, which ends it in Basic credentials (RFC 7617, 2); correct it"
            : kind == ProxyKind.Socks5
            && both.Any(part => System.Text.Encoding.UTF8.GetByteCount(part) is 0 or > LongestSocksCredential)
                ? "the credentials in the proxy's URL hold nothing or more than 255 bytes, which SOCKS can't say (RFC 1929, 2); correct them"
            : null;
    }

    private static NetworkCredential? CredentialsOf(Uri url)
    {
        if (url.UserInfo.Length == 0)
            return null;
        var parts = url.UserInfo.Split(':', 2);
        return new(Uri.UnescapeDataString(parts[0]), parts.Length == 1 ? "" : Uri.UnescapeDataString(parts[1]));
    }

    // Without a scheme and with an @, what stands before that may be a password.
    private static string Shown(string text) =>
        text.Contains('@', StringComparison.Ordinal) ? "the text" : $"'{Shortened.OnALine(text)}'";
}
