using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace Conformance.Engine.Http;

/// <summary>Asks a proxy for a connection in SOCKS 5 (RFC 1928, with passwords as in RFC 1929).</summary>
internal static class Socks5Proxy
{
    private const byte Version = 5;
    private const byte NoCredentials = 0;
    private const byte Password = 2;
    private const byte NothingOffered = 0xFF;
    private const byte PasswordVersion = 1;
    private const byte Connect = 1;
    private const byte IPv4 = 1;
    private const byte Name = 3;
    private const byte IPv6 = 4;
    private const int PortBytes = 2;

    // RFC 1928, 6.
    private static readonly string[] Replies =
    [
        "succeeded",
        "general failure",
        "not allowed by its rules",
        "network unreachable",
        "host unreachable",
        "connection refused",
        "TTL expired",
        "command not supported",
        "address type not supported",
    ];

    /// <exception cref="ProxyException">It rejects.</exception>
    /// <exception cref="MalformedResponseException">It does not speak SOCKS 5.</exception>
    /// <exception cref="EndOfStreamException">It closed the connection.</exception>
    internal static async Task Ask(Stream stream, ProxyServer proxy, Uri target, CancellationToken cancellation)
    {
        var method = proxy.Credentials is null ? NoCredentials : Password;
        await stream.WriteAsync(new byte[] { Version, 1, method }, cancellation);
        var chosen = await Take(stream, 2, cancellation);
        ThrowIfNotVersion(chosen[0], Version);
        if (chosen[1] == NothingOffered || chosen[1] != method)
            throw new ProxyException(
                proxy.Credentials is null
                    ? $"the proxy {proxy} asks for credentials; put user and password into its URL, which then comes from the environment or a secret's file"
                    : $"the proxy {proxy} takes no password; leave user and password out of its URL"
            );
        if (proxy.Credentials is { } credentials)
            await LogIn(stream, proxy, credentials, cancellation);
        await stream.WriteAsync(Request(target), cancellation);
        var reply = await Take(stream, 4, cancellation);
        ThrowIfNotVersion(reply[0], Version);
        if (reply[1] != 0)
            throw new ProxyException(
                $"the proxy {proxy} gives no connection to {target.Authority}: "
                    + $"{(reply[1] < Replies.Length ? Replies[reply[1]] : $"reply {reply[1]}")}; check the proxy's rules and the target's URL"
            );
        // The address that it is bound to says nothing here, but has to be read.
        var length = reply[3] switch
        {
            IPv4 => 4,
            IPv6 => 16,
            Name => (await Take(stream, 1, cancellation))[0],
            var other => throw new MalformedResponseException($"an address of the unknown type {other}"),
        };
        await Take(stream, length + PortBytes, cancellation);
    }

    private static async Task LogIn(
        Stream stream,
        ProxyServer proxy,
        NetworkCredential credentials,
        CancellationToken cancellation
    )
    {
        var (user, password) = (
            Encoding.UTF8.GetBytes(credentials.UserName),
            Encoding.UTF8.GetBytes(credentials.Password)
        );
        byte[] both = [PasswordVersion, (byte)user.Length, .. user, (byte)password.Length, .. password];
        await stream.WriteAsync(both, cancellation);
        var response = await Take(stream, 2, cancellation);
        if (response[1] != 0)
            throw new ProxyException($"the proxy {proxy} rejects the credentials of its URL; correct them");
    }

    private static byte[] Request(Uri target)
    {
        byte[] address = IPAddress.TryParse(target.DnsSafeHost, out var ip)
            ? [ip.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? IPv4 : IPv6, .. ip.GetAddressBytes()]
            : [Name, (byte)target.IdnHost.Length, .. Encoding.ASCII.GetBytes(target.IdnHost)];
        var port = new byte[PortBytes];
        BinaryPrimitives.WriteUInt16BigEndian(port, (ushort)target.Port);
        return [Version, Connect, 0, .. address, .. port];
    }

    private static void ThrowIfNotVersion(byte version, byte expected)
    {
        if (version != expected)
            throw new MalformedResponseException($"version {version} in place of SOCKS {expected}");
    }

    private static async Task<byte[]> Take(Stream stream, int count, CancellationToken cancellation)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }
}
