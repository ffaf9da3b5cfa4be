using Conformance.Engine.Http;
using Conformance.Reports;
using Microsoft.Extensions.Time.Testing;

namespace Conformance.Engine.Tests.Http.Hostile;

/// <summary>Both transports, with the code that reads responses as it is and memory in place of sockets.</summary>
internal sealed class HostileTargets : IDisposable
{
    public static readonly TimeSpan RequestTimeout = TimeSpan.FromMinutes(2);

    private static readonly Uri Url = new("http://target.test/");
    private static readonly TargetClientOptions Options = new() { RequestTimeout = RequestTimeout };

    private readonly FakeTimeProvider time = new();
    private readonly SocketsHttpHandler handler = RestSharpTransport.SocketsThatLeaveThingsAlone(Options);
    private readonly RestSharpTransport usual;
    private MemoryConnection? next;

    public HostileTargets()
    {
        handler.ConnectCallback = (_, _) => ValueTask.FromResult<Stream>(next!);
        usual = new RestSharpTransport(Options, time, handler);
    }

    /// <summary>Sends a request to a target that says this.</summary>
    /// <param name="way">The transport.</param>
    /// <param name="request">The request.</param>
    /// <param name="bytes">What the target says, whatever it is asked.</param>
    /// <param name="chance">Decides in which pieces the bytes come.</param>
    /// <param name="stalls">Whether it keeps the connection open and silent after that.</param>
    public async Task<Exchange> Send(Way way, WireRequest request, byte[] bytes, Chance chance, bool stalls)
    {
        await using var connection = new MemoryConnection(bytes, chance, stalls ? time : null);
        next = connection;
        if (way == Way.RestSharp)
            return await usual.Send(Url, request, TestContext.Current.CancellationToken);
        using var raw = new RawSocketTransport(Options, time) { Connect = _ => connection };
        return await raw.Send(Url, request, TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        usual.Dispose();
        handler.Dispose();
    }
}
