using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Engine.Webhooks;
using Conformance.Reports;
using Microsoft.AspNetCore.Http;

namespace Conformance.Contracts.Provider;

/// <summary>What a verifier that asked for a state is told.</summary>
/// <param name="Values">What the state gives, for the verifier to put into the request; null where there is no such state.</param>
/// <param name="Problem">Why not, in words; null where it was brought about.</param>
public sealed record StateReply(JsonObject? Values, string? Problem);

/// <summary>
/// Stands between Pact's verifier and a target, on a port of 127.0.0.1: brings provider states about, and hands requests
/// on as the kit sends them.
/// </summary>
public sealed class Relay : IAsyncDisposable
{
    /// <summary>Where states are asked for.</summary>
    public const string StatePath = "/_conformance/provider-states";

    private const string Json = "application/json";

    private static readonly FrozenSet<string> OfTheConnection = new[]
    {
        "Connection",
        "Content-Length",
        "Keep-Alive",
        "Proxy-Connection",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly Func<WantedState, Task<StateReply>> _states;
    private readonly Func<Delivery, Task<ReceivedResponse?>> _forward;
    private readonly TimeProvider _time;
    private BareServer? _server;

    private Relay(
        Func<WantedState, Task<StateReply>> states,
        Func<Delivery, Task<ReceivedResponse?>> forward,
        TimeProvider time
    ) => (_states, _forward, _time) = (states, forward, time);

    /// <summary>Whom the verifier is to take for the target.</summary>
    public Uri Address => _server!.Address;

    /// <summary>Where the verifier is to ask for states.</summary>
    public Uri States => new(Address, StatePath);

    /// <summary>Listens.</summary>
    /// <param name="states">Brings a state about.</param>
    /// <param name="forward">Hands a request on; null where no response came, and the connection is to be closed.</param>
    /// <param name="time">Clock.</param>
    /// <param name="port">Port on 127.0.0.1; 0 for a free one.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<Relay> Start(
        Func<WantedState, Task<StateReply>> states,
        Func<Delivery, Task<ReceivedResponse?>> forward,
        TimeProvider time,
        int port,
        CancellationToken cancel
    )
    {
        var relay = new Relay(states, forward, time);
        var options = new ReceiverOptions { RunId = "", Listen = new IPEndPoint(IPAddress.Loopback, port) };
        relay._server = await BareServer.Start(options, relay.Attend, cancel);
        return relay;
    }

    /// <summary>Stops listening.</summary>
    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task Attend(HttpContext context)
    {
        var request = await DeliveryReader.Read(context, (int)DeliveryReader.LargestReceivedBytes, _time.GetUtcNow());
        if (request.Broken is not null || request.IsTruncated)
            context.Abort();
        else if (request.Target == StatePath)
            await BringAbout(context, request);
        else if (await _forward(request) is { } response)
            await Give(context, response);
        else
            context.Abort();
    }

    private async Task BringAbout(HttpContext context, Delivery request)
    {
        var reply = Asked(request) switch
        {
            null => new StateReply(null, "expected {\"state\": …, \"params\": …, \"action\": …}"),
            { IsTeardown: true } => new StateReply([], null),
            // For an interaction without states, Pact asks for the one without a name.
            { State.Name: "" } => new StateReply([], null),
            { State: var state } => await _states(state),
        };
        // Pact tries again for a minute where it gets a 5xx.
        context.Response.StatusCode = reply.Problem is null
            ? StatusCodes.Status200OK
            : StatusCodes.Status422UnprocessableEntity;
        context.Response.ContentType = Json;
        var body = reply.Problem is { } problem ? new JsonObject { ["message"] = problem } : reply.Values ?? [];
        await context.Response.WriteAsync(body.ToJsonString());
    }

    private static (WantedState State, bool IsTeardown)? Asked(Delivery request)
    {
        try
        {
            return
                JsonNode.Parse(Encoding.UTF8.GetString(request.Body.Span)) is JsonObject asked
                && asked["state"] is JsonValue name
                && name.TryGetValue<string>(out var state)
                ? (
                    new WantedState(state, asked["params"]?.DeepClone() as JsonObject ?? []),
                    asked["action"]?.ToString() == "teardown"
                )
                : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static async Task Give(HttpContext context, ReceivedResponse response)
    {
        context.Response.StatusCode = response.Status;
        foreach (var header in response.Headers.Where(h => !OfTheConnection.Contains(h.Name) && CanBeSent(h)))
            context.Response.Headers.Append(header.Name, header.Value);
        // HTTP knows no body there (RFC 9110, 15.3.5 and 15.4.5).
        if (response.Status is >= 200 and not 204 and not 304 && !HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(response.Body.Bytes);
    }

    /// <summary>Whether the web server sends such a line.</summary>
    internal static bool CanBeSent(Header header) =>
        header.Name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal))
        && header.Value.All(c => c is >= ' ' and <= '~' or '\t');
}
