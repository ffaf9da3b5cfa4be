using System.Net.Sockets;
using System.Text;
using Conformance.Suite.Webhooks;

namespace Conformance.Suite.Tests.Webhooks;

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

    /// <summary>POSTs a JSON text and gives the status of the answer.</summary>
    public async Task<int> Post(Uri url, string json = "{}")
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await _client.PostAsync(url, content, Cancel);
        return (int)answer.StatusCode;
    }

    /// <summary>Sends these characters (Latin-1) on a connection of their own, and waits for its end.</summary>
    public async Task Write(string text, bool givesUp = false)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Receiver.PublicUrl.Port, Cancel);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text), Cancel);
        if (givesUp)
            client.Client.Shutdown(SocketShutdown.Send);
        try
        {
            while (await stream.ReadAsync(new byte[1024], Cancel).AsTask().WaitAsync(Http.Requests.Guard, Cancel) > 0)
                continue;
        }
        catch (IOException)
        {
            // A reset is an end as well.
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Receiver.DisposeAsync();
    }
}
