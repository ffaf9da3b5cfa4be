using System.Text;
using Conformance.Engine.Http;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Http;

/// <summary>The two ways to a target, and requests to send along them.</summary>
public enum Way
{
    RestSharp,
    RawSocket,
}

internal static class Requests
{
    /// <summary>Far beyond any timeout under test: what takes this long hangs.</summary>
    public static readonly TimeSpan Guard = TimeSpan.FromSeconds(90);

    public static readonly WireRequest Get = new("GET", "/", [], null);

    public static WireRequest Put(string target, string body, params Header[] headers) =>
        new("PUT", target, [.. headers], Encoding.UTF8.GetBytes(body)) { ContentType = "application/json" };

    public static ITransport Open(this Way way, TargetClientOptions? options = null, TimeProvider? time = null) =>
        way == Way.RestSharp
            ? new RestSharpTransport(options ?? new TargetClientOptions(), time ?? TimeProvider.System)
            : new RawSocketTransport(options ?? new TargetClientOptions(), time ?? TimeProvider.System);

    public static async Task<Exchange> Send(
        this Way way,
        Uri url,
        WireRequest request,
        TargetClientOptions? options = null,
        TimeProvider? time = null
    )
    {
        using var transport = way.Open(options, time);
        return await transport.Send(url, request, TestContext.Current.CancellationToken).WaitAsync(Guard);
    }

    public static TargetClient TargetClient(
        Uri url,
        TargetClientOptions? options = null,
        ISigner? signer = null,
        TimeProvider? time = null
    ) => new(url, options ?? new TargetClientOptions(), signer, time ?? TimeProvider.System);

    public static string Text(this ReadOnlyMemory<byte> body) => Encoding.Latin1.GetString(body.Span);

    public static string Text(this Body body) => Encoding.Latin1.GetString(body.Span);

    public static string? Line(this ImmutableArray<Header> headers, string name) =>
        headers
            .Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(header => header.Value)
            .FirstOrDefault();
}
