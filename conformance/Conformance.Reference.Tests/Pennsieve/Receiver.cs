using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Conformance.Reference.Http;
using Microsoft.AspNetCore.Http;

namespace Conformance.Reference.Tests.Pennsieve;

/// <summary>A webhook as it arrived.</summary>
internal sealed record Arrival(Incoming Request)
{
    public string Text => Encoding.UTF8.GetString(Request.Body.Span);

    public JsonElement Json => JsonElement.Parse(Request.Body.Span);

    public string? Of(string member) => Json.GetProperty(member).GetString();
}

/// <summary>Receives webhooks on a port of its own; whoever waits for one waits as long as the test may run.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly Channel<Arrival> arrivals = Channel.CreateUnbounded<Arrival>();
    private readonly ConcurrentQueue<int> statuses;
    private Listener? listener;

    private Receiver(IEnumerable<int> statuses) => this.statuses = new(statuses);

    public string Url => $"http://127.0.0.1:{listener!.Port}/hook";

    /// <summary>A receiver that responds with these statuses in turn, and with 200 ever after.</summary>
    public static async Task<Receiver> StartAsync(params int[] statuses)
    {
        var receiver = new Receiver(statuses);
        var anyPort = new IPEndPoint(IPAddress.Loopback, 0);
        receiver.listener = await Listener.StartAsync(anyPort, 1024 * 1024, receiver.TakeAsync, Emulator.Stop);
        return receiver;
    }

    public async Task<Arrival> NextAsync() => await arrivals.Reader.ReadAsync(Emulator.Stop);

    /// <summary>What has arrived beyond that; meant to be asked when nobody can send any more.</summary>
    public int Further => arrivals.Reader.Count;

    public ValueTask DisposeAsync() => listener!.DisposeAsync();

    private ValueTask<Response> TakeAsync(Incoming request, CancellationToken ct)
    {
        var headers = new HeaderDictionary();
        foreach (var (name, value) in request.Headers)
            headers[name] = value;
        arrivals.Writer.TryWrite(new Arrival(request with { Headers = headers }));
        return ValueTask.FromResult(new Response(statuses.TryDequeue(out var status) ? status : 200, default, []));
    }
}
