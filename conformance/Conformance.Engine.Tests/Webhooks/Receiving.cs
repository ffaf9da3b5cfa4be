using System.Net.Sockets;
using System.Text;
using Conformance.Engine.Webhooks;

namespace Conformance.Engine.Tests.Webhooks;

/// <summary>A receiver under test, and a sender that does what a target might.</summary>
internal sealed class Receiving : IAsyncDisposable
{
    private readonly HttpClient _client = new() { Timeout = Http.Requests.Guard };

    private Receiving(WebhookReceiver receiver) => Receiver = receiver;

    public WebhookReceiver Receiver { get; }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Receiving> Started(
        Func<ReceiverOptions, ReceiverOptions>? change = null,
        TimeProvider? time = null
    )
    {
        var options = new ReceiverOptions { RunId = "run7" };
        return new(
            await WebhookReceiver.Start(change?.Invoke(options) ?? options, time ?? TimeProvider.System, Cancel)
        );
    }

    /// <summary>POSTs a JSON text and gives the status of the response.</summary>
    public async Task<int> Post(Uri url, string json = "{}")
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _client.PostAsync(url, content, Cancel);
        return (int)response.StatusCode;
    }

    /// <summary>Sends these characters (Latin-1) on a connection of their own, and gives what comes until its end.</summary>
    public async Task<string> Write(string text, bool givesUp = false)
    {
        using var client = await Connect(text);
        var stream = client.GetStream();
        if (givesUp)
            client.Client.Shutdown(SocketShutdown.Send);
        return await End(stream);
    }

    /// <summary>A connection of its own on which these characters (Latin-1) have been sent.</summary>
    public async Task<TcpClient> Connect(string text = "")
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Receiver.PublicUrl.Port, Cancel);
        if (text.Length > 0)
            await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text), Cancel);
        return client;
    }

    /// <summary>What comes on a connection until its end.</summary>
    public static Task<string> End(TcpClient client) => End(client.GetStream());

    private static async Task<string> End(NetworkStream stream)
    {
        var came = new StringBuilder();
        var bytes = new byte[1024];
        try
        {
            while (true)
            {
                var read = stream.ReadAsync(bytes, Cancel).AsTask();
                if (await read.WaitAsync(Http.Requests.Guard, Cancel) is not (> 0 and var count))
                    return came.ToString();
                came.Append(Encoding.Latin1.GetString(bytes, 0, count));
            }
        }
        catch (IOException)
        {
            // A reset is an end as well.
            return came.ToString();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Receiver.DisposeAsync();
    }
}
