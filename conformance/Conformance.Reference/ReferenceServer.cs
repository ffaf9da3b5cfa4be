using System.Net;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using Conformance.Reference.Pennsieve;

namespace Conformance.Reference;

/// <summary>
/// The correct implementation of the documented APIs, in memory: the target against which the kit tests itself, and
/// an emulator that anybody can use alone.
/// <code>
/// await using var server = await ReferenceServer.StartAsync(new ReferenceOptions());
/// // server.BaseAddress is where it listens, such as http://127.0.0.1:49152/
/// // PUT /workflow-definitions {"name": "demo"}                                          → 201 {"status": "ACTIVE"}
/// // PUT /workflow-definitions/demo/workflow-runs
/// //     {"modelId": "m", "clientInfo": {"compatibilityVersion": 1}}                     → 201 {"workflowRunId": …}
/// // PUT /workflow-definitions/demo/workflow-runs/{id} {"status": "SUCCEEDED"}           → 200
/// // POST /flows/ECHOFLOW01/aliases/TSTALIASID
/// //     {"inputs": [{"content": {"document": 1}, "nodeName": "FlowInputNode"}]}         → 200, a stream of events
/// // POST /workflows/runs {"workflowInstanceId": "11111111-2222-4333-8444-555555555555"}  → 201 {"id": …, …}
/// </code>
/// An AWS SDK talks to it when its endpoint is set to the base address, over HTTP/1.1 or HTTP/2 as it likes. Each server is an account of its own and
/// starts empty, but for what no operation creates (<see cref="Offer"/>, <see cref="Offered"/>); any number of them may
/// run in one process; all state ends with the server. Requests may come from any number of clients at once. Nothing is
/// ever throttled and no quota applies, so memory grows with what is created and shrinks with what is deleted.
/// <para>
/// Where the documents leave room, this is what it does: patterns match the whole value; lengths are in code points;
/// null is absent; unknown members are ignored; of repeated members the last wins; 1.0 is an integer, and so is all
/// that fits into 64 bits; a byte order mark and lone surrogates are rejected; NUL is a character; a client token is
/// scoped to the operation and the definition, is not spent by a rejected request, stays spent when its run is
/// deleted, and ends with the definition; a replay gets the first response again; what is deleted is gone at once;
/// lists begin with the oldest; a run that has ended keeps its status; model ids, log groups and buckets are not looked
/// up.
/// </para>
/// <para>
/// InvokeFlow moreover: the patterns of identifiers mean <c>^(A|B)$</c>; an ARN's slashes are to be escaped; an ARN of
/// another region or account names nothing; a null document is a document and comes back, a content without one is
/// rejected; bodies nest up to 1000 deep, and documents come back octet for octet; what is ill-formed is rejected before
/// flow and alias are looked up, and names of nodes are looked up last.
/// </para>
/// <para>
/// What is no HTTP, what HTTP forbids, and a path with an escaped NUL never reaches the implementation: Kestrel rejects
/// it with a 4xx that has no body, and ends the connection. It also ends when a client closes its sending side before
/// the response has come.
/// </para>
/// </summary>
public sealed class ReferenceServer : IAsyncDisposable
{
    private readonly Listener listener;
    private readonly Mounts mounts;

    private ReferenceServer(Listener listener, Mounts mounts, IPAddress address)
    {
        this.listener = listener;
        this.mounts = mounts;
        BaseAddress = new UriBuilder("http", Reachable(address).ToString(), listener.Port).Uri;
    }

    /// <summary>
    /// Where the server can be reached from this machine, with the port that is actually bound. It speaks HTTP/1.1, and
    /// HTTP/2 with clients that begin with it (prior knowledge), both without TLS.
    /// </summary>
    public Uri BaseAddress { get; }

    /// <summary>Starts a server; once the task ends, requests are handled.</summary>
    /// <exception cref="ArgumentException">The options name no IP address or no port.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<ReferenceServer> StartAsync(ReferenceOptions options, CancellationToken ct = default)
    {
        if (!IPAddress.TryParse(options.Address, out var address))
            throw new ArgumentException(
                $"expected an IP address such as 127.0.0.1, got '{options.Address}'",
                nameof(options)
            );
        if (options.Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
            throw new ArgumentException($"expected a port from 0 to 65535, got {options.Port}", nameof(options));
        var mounts = Mount(options);
        var endPoint = new IPEndPoint(address, options.Port);
        try
        {
            var listener = await Listener.StartAsync(endPoint, options.LargestBodyBytes, mounts.RespondAsync, ct);
            return new(listener, mounts, address);
        }
        catch
        {
            await mounts.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops at once; connections that are open are closed.</summary>
    public async ValueTask DisposeAsync()
    {
        await listener.DisposeAsync();
        await mounts.DisposeAsync();
    }

    /// <summary>The APIs of one server, without a socket.</summary>
    internal static Mounts Mount(ReferenceOptions options)
    {
        var novaAct = new NovaActApi(options);
        var bedrockFlows = new BedrockFlowsApi(options);
        return new(
            [
                new("flows", (request, _) => ValueTask.FromResult(bedrockFlows.Respond(request))),
                .. PennsieveApi.Mounts(options),
            ],
            (request, _) => ValueTask.FromResult(novaAct.Respond(request))
        );
    }

    private static IPAddress Reachable(IPAddress address) =>
        address.Equals(IPAddress.Any) ? IPAddress.Loopback
        : address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback
        : address;
}
