using System.Net;
using System.Text;
using Conformance.Engine.Configuration;

namespace Conformance.Engine.Tests.Webhooks;

public sealed class WebhookReceiverTests
{
    [Fact]
    public async Task ADeliveryIsKeptAsItCame()
    {
        var time = new Http.ManualTime();
        await using var receiving = await Receiving.Started(time: time);
        var callback = receiving.Receiver.Open("t0ken");
        await receiving.Write(
            $"PoST {callback.Url.AbsolutePath}?a=%41&b HTTP/1.1\r\nHost: h\r\nX-A: 1\r\nx-a: 2\r\nContent-Length: 4\r\nConnection: close\r\n\r\n\u00ff{{}}\u0000"
        );
        var delivery = Assert.Single(callback.Deliveries);
        Assert.Equal("PoST", delivery.Method);
        Assert.Equal("/run7/t0ken?a=%41&b", delivery.Target);
        Assert.Equal(["1", "2"], delivery.Values("X-A"));
        Assert.Null(delivery.Header("X-A"));
        Assert.Equal("h", delivery.Header("host"));
        Assert.Equal([0xff, (byte)'{', (byte)'}', 0], delivery.Body.ToArray());
        Assert.Equal(Http.ManualTime.Beginning, delivery.ArrivedAt);
        Assert.Null(delivery.Broken);
        Assert.False(delivery.IsTruncated);
    }

    [Fact]
    public async Task EachCallbackHasDeliveriesOfItsOwn()
    {
        await using var receiving = await Receiving.Started();
        var (one, other) = (receiving.Receiver.Open("one"), receiving.Receiver.Open("other"));
        Assert.Equal(200, await receiving.Post(one.Url, "1"));
        Assert.Equal(200, await receiving.Post(other.Url, "2"));
        Assert.Equal("1", Encoding.UTF8.GetString(Assert.Single(one.Deliveries).Body.Span));
        Assert.Equal("2", Encoding.UTF8.GetString(Assert.Single(other.Deliveries).Body.Span));
        Assert.Equal([one, other], receiving.Receiver.Callbacks);
        Assert.Same(one, receiving.Receiver.Open("one"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/run8/t0ken")]
    [InlineData("/t0ken")]
    public async Task WhatBelongsToNoCallbackIsAStray(string path)
    {
        await using var receiving = await Receiving.Started();
        var callback = receiving.Receiver.Open("t0ken");
        Assert.Equal(404, await receiving.Post(new Uri(receiving.Receiver.PublicUrl, path)));
        Assert.Empty(callback.Deliveries);
        Assert.Equal(path, Assert.Single(receiving.Receiver.Strays).Target);
    }

    [Theory]
    [InlineData("/run7/t0ken/")]
    [InlineData("/base/run7/t0ken")]
    [InlineData("/run7/t0ken?x=1")]
    public async Task ATunnelMayPutSomethingAroundThePath(string path)
    {
        await using var receiving = await Receiving.Started();
        var callback = receiving.Receiver.Open("t0ken");
        Assert.Equal(200, await receiving.Post(new Uri(receiving.Receiver.PublicUrl, path)));
        Assert.Single(callback.Deliveries);
    }

    [Theory]
    [InlineData("https://tunnel.example/", "https://tunnel.example/run7/t0ken")]
    [InlineData("https://tunnel.example/base", "https://tunnel.example/base/run7/t0ken")]
    public async Task TheTargetIsToldThePublicUrl(string publicUrl, string expected)
    {
        await using var receiving = await Receiving.Started(o => o with { PublicUrl = new Uri(publicUrl) });
        Assert.Equal(expected, receiving.Receiver.Open("t0ken").Url.AbsoluteUri);
        Assert.True(receiving.Receiver.IsBehindSomething);
    }

    [Fact]
    public async Task WithoutAPublicUrlNothingStandsBetween()
    {
        await using var receiving = await Receiving.Started();
        Assert.False(receiving.Receiver.IsBehindSomething);
        Assert.Equal("127.0.0.1", receiving.Receiver.PublicUrl.Host);
    }

    [Fact]
    public async Task ABodyPastTheLimitIsCutAndGetsAResponse()
    {
        await using var receiving = await Receiving.Started(o => o with { LargestBodyBytes = 3 });
        var callback = receiving.Receiver.Open("t0ken");
        Assert.Equal(200, await receiving.Post(callback.Url, "123"));
        Assert.Equal(200, await receiving.Post(callback.Url, new string('x', 100_000)));
        Assert.Equal([false, true], callback.Deliveries.Select(d => d.IsTruncated));
        Assert.Equal(3, callback.Deliveries[1].Body.Length);
    }

    [Fact]
    public async Task OnlySoManyDeliveriesAreKept()
    {
        await using var receiving = await Receiving.Started(o => o with { MostDeliveries = 2 });
        var callback = receiving.Receiver.Open("t0ken");
        for (var n = 0; n < 3; n++)
            await receiving.Post(callback.Url);
        Assert.Equal(2, callback.Deliveries.Length);
        Assert.Equal(3, callback.Count);
    }

    [Theory]
    [InlineData("POST /run7/t0ken HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\n{}")]
    [InlineData("POST /run7/t0ken HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\nzz\r\n")]
    public async Task ABodyThatDoesNotArriveWholeSaysSo(string sent)
    {
        await using var receiving = await Receiving.Started();
        var callback = receiving.Receiver.Open("t0ken");
        await receiving.Write(sent, givesUp: true);
        Assert.True(await callback.WaitFor(1, Http.Requests.Guard, Receiving.Cancel));
        Assert.NotNull(Assert.Single(callback.Deliveries).Broken);
        Assert.Equal(200, await receiving.Post(callback.Url));
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("POST /run7/t0ken HTTP/1.1\r\n\r\n")]
    [InlineData("\0\0\0\0")]
    public async Task WhatIsNoHttpEndsNothing(string sent)
    {
        await using var receiving = await Receiving.Started();
        var callback = receiving.Receiver.Open("t0ken");
        await receiving.Write(sent, givesUp: true);
        Assert.Empty(callback.Deliveries);
        Assert.Equal(200, await receiving.Post(callback.Url));
    }

    [Fact]
    public async Task AnAddressThatIsTakenIsRefusedWithWhatToDo()
    {
        await using var receiving = await Receiving.Started();
        var taken = new IPEndPoint(IPAddress.Loopback, receiving.Receiver.PublicUrl.Port);
        var rejected = await Assert.ThrowsAsync<ConfigurationException>(() =>
            Receiving.Started(o => o with { Listen = taken })
        );
        Assert.Contains($"can't listen on {taken}", rejected.Message, StringComparison.Ordinal);
        Assert.Contains("port 0 for any", rejected.Message, StringComparison.Ordinal);
    }
}
