using System.Net;
using System.Net.Sockets;
using System.Text;
using Conformance.Reference.Http;

namespace Conformance.Reference.Tests.Http;

public sealed class ListenerTests
{
    private const string Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private const string EmptySettings = "\0\0\0\u0004\0\0\0\0\0";
    private const int HeadOfAFrame = 9;
    private const byte TypeOfSettings = 4;

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task OnePortSpeaksBothVersionsWithoutTls(string version)
    {
        await using var nova = await Emulator.StartAsync();
        using var client = Clients.Speaking(version);
        using var body = new StringContent("""{"name":"one"}""", Encoding.UTF8, "application/json");
        using var response = await client.PutAsync(
            new Uri(nova.Server.BaseAddress, Valid.Definitions),
            body,
            Emulator.Stop
        );
        Assert.Equal((HttpStatusCode.Created, version), (response.StatusCode, response.Version.ToString()));
        Assert.Equal(200, (await nova.GetAsync(Valid.Definitions + "/one")).Status);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task AnOverlongNameIsRejectedInTheDocumentedForm(string version)
    {
        await using var nova = await Emulator.StartAsync();
        var reply = await nova.SendAsync(
            "GET",
            $"{Valid.Definitions}/{new string('n', 60_000)}",
            prepare: request => request.Speak(version)
        );
        Assert.Equal((400, "workflowDefinitionName"), (reply.Status, reply.Fields));
    }

    [Fact]
    public async Task FiftyRequestsAtOnceShareOneConnection()
    {
        const int Requests = 50;
        var arrived = 0;
        var allArrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var listener = await ListenAsync(
            async (_, ct) =>
            {
                if (Interlocked.Increment(ref arrived) == Requests)
                    allArrived.SetResult();
                await allArrived.Task.WaitAsync(ct);
                return new Response(200, default, []);
            }
        );
        var connections = 0;
        using var client = Clients.Speaking("2.0", () => Interlocked.Increment(ref connections));
        var url = new UriBuilder("http", "127.0.0.1", listener.Port).Uri;
        var responses = await Task.WhenAll(
            Enumerable.Range(0, Requests).Select(_ => client.GetAsync(url, Emulator.Stop))
        );
        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Equal(1, connections);
    }

    [Fact]
    public async Task ThePrefaceMayComeByteByByte()
    {
        await using var nova = await Emulator.StartAsync();
        await using var client = await ConnectAsync(nova);
        await DripAsync(client, Preface + EmptySettings);
        var head = new byte[HeadOfAFrame];
        await client.ReadExactlyAsync(head, Emulator.Stop);
        Assert.Equal(TypeOfSettings, head[3]);
    }

    [Theory]
    [InlineData("PRI")]
    [InlineData("PUT")]
    [InlineData("POST")]
    [InlineData("PROPFIND")]
    [InlineData("GET")]
    public async Task ARequestThatBeginsAsThePrefaceDoesMayComeByteByByte(string method)
    {
        await using var nova = await Emulator.StartAsync();
        await using var client = await ConnectAsync(nova);
        await DripAsync(
            client,
            $"{method} /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        );
        Assert.StartsWith("HTTP/1.1 404 ", await ReadToEndAsync(client), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PRI * HT")]
    public async Task AClientThatEndsBeforeItsVersionIsClearIsLetGo(string begun)
    {
        await using var nova = await Emulator.StartAsync();
        await using var client = await ConnectAsync(nova);
        await DripAsync(client, begun);
        client.Socket.Shutdown(SocketShutdown.Send);
        // Kestrel rejects half a request where it gets round to it before it sees the end.
        string[] either = ["", "HTTP/1.1 400 Bad Request"];
        Assert.Contains((await ReadToEndAsync(client)).Split("\r\n")[0], either);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PRI * HT")]
    public async Task AClientWhoseVersionIsNotClearDoesNotDelayTheEnd(string begun)
    {
        var nova = await Emulator.StartAsync();
        await using var client = await ConnectAsync(nova);
        await DripAsync(client, begun);
        await nova.DisposeAsync();
        // The end may be a reset.
        await Assert.ThrowsAnyAsync<IOException>(() => client.ReadExactlyAsync(new byte[1], Emulator.Stop).AsTask());
    }

    private static Task<Listener> ListenAsync(Handler respond) =>
        Listener.StartAsync(new IPEndPoint(IPAddress.Loopback, 0), 1024, respond, Emulator.Stop);

    private static async Task<NetworkStream> ConnectAsync(Emulator nova)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, nova.Server.BaseAddress.Port, Emulator.Stop);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static async Task DripAsync(NetworkStream client, string text)
    {
        foreach (var octet in Encoding.Latin1.GetBytes(text))
            await client.WriteAsync(new[] { octet }, Emulator.Stop);
    }

    private static async Task<string> ReadToEndAsync(NetworkStream client)
    {
        using var reader = new StreamReader(client, Encoding.Latin1);
        return await reader.ReadToEndAsync(Emulator.Stop);
    }
}
