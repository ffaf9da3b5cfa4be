using System.Net.Sockets;
using System.Text;
using Conformance.Engine.Tests.Http;
using Conformance.Engine.Webhooks;

namespace Conformance.Engine.Tests.Webhooks;

/// <summary>What strangers do to the receiver costs the target's webhooks nothing.</summary>
public sealed class StrangersAtTheReceiverTests
{
    private const string Head = "POST /elsewhere HTTP/1.1\r\nHost: h\r\n";

    [Fact]
    public async Task HundredsOfIdleConnectionsLeaveRoomForWebhooks()
    {
        await using var receiving = await Receiving.Started();
        var callback = receiving.Receiver.Open("t0ken");
        TcpClient[] idle = [.. Enumerable.Range(0, 400).Select(_ => new TcpClient())];
        foreach (var client in idle)
            await client.ConnectAsync("127.0.0.1", callback.Url.Port, Receiving.Cancel);
        Assert.Equal(200, await receiving.Post(callback.Url));
        Assert.Equal(0, receiving.Receiver.TurnedAway);
        Array.ForEach(idle, client => client.Dispose());
    }

    [Fact]
    public async Task WhereThereIsNoRoomTheOldestIdleConnectionGivesWay()
    {
        var time = new ManualTime();
        await using var receiving = await Receiving.Started(o => o with { MostConnections = 2, ConnectionTime = time });
        var callback = receiving.Receiver.Open("t0ken");
        using var oldest = await receiving.Connect();
        await time.NextWait();
        using var other = await receiving.Connect();
        await time.NextWait();
        Assert.Equal(200, await receiving.Post(callback.Url));
        Assert.Equal("", await Receiving.End(oldest));
        Assert.Equal(1, receiving.Receiver.TurnedAway);
    }

    [Fact]
    public async Task AConnectionThatABodyOrAResponseIsUnderWayOnIsKept()
    {
        var released = new TaskCompletionSource();
        await using var receiving = await Receiving.Started(o => o with { MostConnections = 1 });
        var callback = receiving.Receiver.Open("t0ken", Replying.Always(Reply.Ok.When(released.Task)));
        var status = receiving.Post(callback.Url);
        Assert.True(await callback.WaitFor(1, Http.Requests.Guard, Receiving.Cancel));
        await TurnedAway(receiving);
        Assert.Equal(1, receiving.Receiver.TurnedAway);
        released.SetResult();
        Assert.Equal(200, await status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("POST /run7/t0ken HTTP/1.1\r\nHost: h\r\nX-Slow: ")]
    [InlineData("POST /elsewhere HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\n{")]
    public async Task AConnectionThatAsksForNothingInTimeIsClosed(string sent)
    {
        var time = new ManualTime();
        await using var receiving = await Receiving.Started(o => o with { ConnectionTime = time });
        var callback = receiving.Receiver.Open("t0ken");
        using var slow = await receiving.Connect(sent);
        Assert.Equal(TimeSpan.FromSeconds(5), await time.NextWait());
        time.Advance(TimeSpan.FromSeconds(5));
        await Receiving.End(slow);
        Assert.Equal(0, receiving.Receiver.TurnedAway);
        Assert.Equal(200, await receiving.Post(callback.Url));
    }

    [Theory]
    [InlineData("Content-Length: 1000000000\r\n\r\n")]
    [InlineData("Content-Length: 1000000000\r\nExpect: 100-continue\r\n\r\n")]
    [InlineData("Content-Length: 20\r\nExpect: 100-continue\r\n\r\n")]
    public async Task AStrangerIsToldThatNothingIsThereBeforeItsBodyHasCome(string framing)
    {
        await using var receiving = await Receiving.Started();
        Assert.StartsWith("HTTP/1.1 404 ", await receiving.Write(Head + framing), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEndlessBodyOfAStrangerIsBrokenOff()
    {
        await using var receiving = await Receiving.Started();
        using var endless = await receiving.Connect(Head + "Transfer-Encoding: chunked\r\n\r\n");
        var chunk = Encoding.Latin1.GetBytes($"1000\r\n{new string('x', 0x1000)}\r\n");
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            // More than any buffer between the two holds.
            for (var n = 0; n < 10_000; n++)
                await endless.GetStream().WriteAsync(chunk, Receiving.Cancel);
        });
        Assert.True(Assert.Single(receiving.Receiver.Strays).Body.IsEmpty);
    }

    [Fact]
    public async Task OfStrangersOnlyFirstLinesAreKeptAndOnlySoMany()
    {
        await using var receiving = await Receiving.Started(o => o with { MostDeliveries = 2 });
        var large = $"GET /{new string('p', 4000)} HTTP/1.1\r\nHost: h\r\nX-Large: {new string('x', 20_000)}\r\n\r\n";
        for (var n = 0; n < 50; n++)
            Assert.StartsWith("HTTP/1.1 404 ", await receiving.Write(large), StringComparison.Ordinal);
        Assert.Equal(2, receiving.Receiver.Strays.Length);
        Assert.Equal(50, receiving.Receiver.StrayCount);
        Assert.All(receiving.Receiver.Strays, s => Assert.True(s.Target.Length < 300 && s.Headers.IsEmpty));
    }

    [Fact]
    public async Task StrangersDoNotCrowdOutWhatGoesAstrayInThisRun()
    {
        await using var receiving = await Receiving.Started(o => o with { MostDeliveries = 1 });
        await receiving.Post(new Uri(receiving.Receiver.PublicUrl, "/elsewhere"));
        Assert.Equal(404, await receiving.Post(new Uri(receiving.Receiver.PublicUrl, "/run7/unknown"), "1"));
        Assert.Equal("1", Assert.Single(receiving.Receiver.Misdirected).Body.Text());
        Assert.False(receiving.Receiver.HasOverflowed);
        await receiving.Post(new Uri(receiving.Receiver.PublicUrl, "/run7"), "2");
        Assert.True(receiving.Receiver.HasOverflowed);
    }

    /// <summary>A connection that ends at once; so soon, at times, that its client never sees it begin.</summary>
    private static async Task TurnedAway(Receiving receiving)
    {
        try
        {
            Assert.Equal("", await receiving.Write(""));
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            // It was reset before anything could be sent.
        }
    }
}
