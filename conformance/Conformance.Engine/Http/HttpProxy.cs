using System.Globalization;
using System.Net;
using System.Text;

namespace Conformance.Engine.Http;

/// <summary>Asks a proxy for a tunnel with CONNECT (RFC 9110, 9.3.6).</summary>
internal static class HttpProxy
{
    private const int LongestHead = 1 << 14;
    private const int AuthenticationRequired = 407;

    /// <exception cref="ProxyException">It rejects.</exception>
    /// <exception cref="MalformedResponseException">It does not speak HTTP.</exception>
    /// <exception cref="EndOfStreamException">It closed the connection.</exception>
    internal static async Task Ask(Stream stream, ProxyServer proxy, Uri target, CancellationToken cancellation)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Request(proxy, target)), cancellation);
        int status;
        do status = await Status(stream, cancellation);
        while (status is >= 100 and < 200);
        if (status is < 200 or >= 300)
            throw new ProxyException(Rejection(proxy, target, status));
    }

    private static string Request(ProxyServer proxy, Uri target)
    {
        var host = target.HostNameType == UriHostNameType.IPv6 ? target.Host : target.IdnHost;
        var authority = string.Create(CultureInfo.InvariantCulture, $"{host}:{target.Port}");
        var credentials = proxy.Credentials is { } known ? $"Proxy-Authorization: Basic {Basic(known)}\r\n" : "";
        return $"CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n{credentials}\r\n";
    }

    /// <summary>The credentials as the header has them (RFC 7617).</summary>
    internal static string Basic(NetworkCredential credentials) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credentials.UserName}:{credentials.Password}"));

    private static string Rejection(ProxyServer proxy, Uri target, int status) =>
        status == AuthenticationRequired
            ? proxy.Credentials is null
                ? $"the proxy {proxy} asks for credentials (407); put user and password into its URL, which then comes from the environment or a secret's file"
                : $"the proxy {proxy} rejects the credentials of its URL (407); correct them"
            : target.Scheme == Uri.UriSchemeHttp
                ? $"the proxy {proxy} rejects a tunnel to {target.Authority} ({status}); the kit asks for one with CONNECT for http as well, so that the proxy changes nothing on the way: "
                    + "let the proxy allow it for this port, or reach the target without the proxy (connection.proxy: none)"
                : $"the proxy {proxy} rejects a tunnel to {target.Authority} ({status}); check the proxy's rules and the target's URL";

    // What follows the head is the target's, so not a byte more is taken.
    private static async Task<int> Status(Stream stream, CancellationToken cancellation)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!EndsWithAnEmptyLine(head))
        {
            if (await stream.ReadAsync(one, cancellation) == 0)
                throw new EndOfStreamException("it closed the connection before its head was complete");
            head.Append((char)one[0]);
            if (head.Length > LongestHead)
                throw new MalformedResponseException($"a head of more than {LongestHead} bytes");
        }
        return RawHead.Status(head.ToString().Split('\n')[0].TrimEnd('\r'));
    }

    private static bool EndsWithAnEmptyLine(StringBuilder head) =>
        head.Length >= 2
        && head[^1] == '\n'
        && (head[^2] == '\n' || (head.Length >= 3 && head[^2] == '\r' && head[^3] == '\n'));
}
