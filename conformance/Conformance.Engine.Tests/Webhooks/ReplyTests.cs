using Conformance.Engine.Tests.Http;
using Conformance.Engine.Webhooks;

namespace Conformance.Engine.Tests.Webhooks;

public sealed class ReplyTests
{
    [Theory]
    [InlineData(204)]
    [InlineData(500)]
    public async Task AStatusIsReturnedAsAskedFor(int status)
    {
        await using var receiving = await Receiving.Started();
        var callback = receiving.Receiver.Open("t", Replying.Always(Reply.Status(status)));
        Assert.Equal(status, await receiving.Post(callback.Url));
        Assert.Equal(status, await receiving.Post(callback.Url));
    }

    [Fact]
    public async Task TheFirstMayGetAnotherResponse()
    {
        await using var receiving = await Receiving.Started();
        var callback = receiving.Receiver.Open("t", Replying.First(2, Reply.Status(503)));
        Assert.Equal(503, await receiving.Post(callback.Url));
        Assert.Equal(503, await receiving.Post(callback.Url));
        Assert.Equal(200, await receiving.Post(callback.Url));
    }

    [Theory]
    [InlineData("OPTIONS")]
    [InlineData("GET")]
    public async Task WhoeverOnlyAsksGetsAResponseAtOnce(string method)
    {
        await using var receiving = await Receiving.Started();
        var callback = receiving.Receiver.Open("t", Replying.First(1, Reply.Status(503)));
        await receiving.Write($"{method} {callback.Url.AbsolutePath} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        Assert.Equal(503, await receiving.Post(callback.Url));
        Assert.Equal([method, "POST"], callback.Deliveries.Select(d => d.Method));
    }

    [Fact]
    public async Task AResetIsNoResponseAndADelivery()
    {
        await using var receiving = await Receiving.Started();
        var callback = receiving.Receiver.Open("t", Replying.First(1, Reply.Reset));
        await Assert.ThrowsAsync<HttpRequestException>(() => receiving.Post(callback.Url));
        Assert.Equal(200, await receiving.Post(callback.Url));
        Assert.Equal(2, callback.Deliveries.Length);
    }

    [Fact]
    public async Task AResponseWaitsUntilItIsReleased()
    {
        await using var receiving = await Receiving.Started();
        var released = new TaskCompletionSource();
        var callback = receiving.Receiver.Open("t", Replying.Always(Reply.Status(202).When(released.Task)));
        var posting = receiving.Post(callback.Url);
        Assert.True(await callback.WaitFor(1, Http.Requests.Guard, Receiving.Cancel));
        Assert.False(posting.IsCompleted);
        released.SetResult();
        Assert.Equal(202, await posting);
    }

    [Fact]
    public async Task AResponseComesAfterItsPause()
    {
        var time = new ManualTime();
        await using var receiving = await Receiving.Started(time: time);
        var callback = receiving.Receiver.Open("t", Replying.Always(Reply.Ok.After(TimeSpan.FromSeconds(9))));
        var posting = receiving.Post(callback.Url);
        Assert.Equal(TimeSpan.FromSeconds(9), await time.NextWait());
        Assert.False(posting.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(200, await posting);
    }

    [Fact]
    public async Task ASlowResponseIsGivenUpWhenTheReceiverCloses()
    {
        var receiving = await Receiving.Started();
        var callback = receiving.Receiver.Open("t", Replying.Always(Reply.Ok.When(new TaskCompletionSource().Task)));
        var posting = receiving.Post(callback.Url);
        Assert.True(await callback.WaitFor(1, Http.Requests.Guard, Receiving.Cancel));
        await receiving.Receiver.DisposeAsync().AsTask().WaitAsync(Http.Requests.Guard, Receiving.Cancel);
        await Assert.ThrowsAnyAsync<Exception>(() => posting);
        await receiving.DisposeAsync();
    }
}
