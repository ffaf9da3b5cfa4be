using Conformance.Engine.Tests.Http;
using Conformance.Engine.Webhooks;

namespace Conformance.Engine.Tests.Webhooks;

/// <summary>Whatever arrives at a callback is a delivery that says what it is.</summary>
public sealed class UnusualDeliveriesTests
{
    [Fact]
    public async Task ABodyThatIsTooLargeHasArrivedAndIsCut()
    {
        await using var receiving = await Receiving.Started();
        var callback = receiving.Receiver.Open("t0ken");
        using var client = await receiving.Connect(
            "POST /run7/t0ken HTTP/1.1\r\nHost: h\r\nContent-Length: 17000000\r\n\r\n{"
        );
        Assert.True(await callback.WaitFor(1, Http.Requests.Guard, Receiving.Cancel));
        var delivery = Assert.Single(callback.Deliveries);
        Assert.True(delivery is { IsTruncated: true, IsWebhook: true, Broken: null });
        await Receiving.End(client);
    }

    [Fact]
    public async Task ABodyThatTakesTooLongIsIncompleteAndItsSenderIsToldSo()
    {
        var time = new ManualTime();
        await using var receiving = await Receiving.Started(o => o with { ConnectionTime = time });
        var callback = receiving.Receiver.Open("t0ken");
        using var slow = await receiving.Connect("POST /run7/t0ken HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\n{");
        Assert.Equal(TimeSpan.FromSeconds(5), await time.NextWait());
        Assert.Equal(TimeSpan.FromSeconds(10), await time.NextWait());
        Assert.True(callback.IsArriving);
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Empty(callback.Deliveries);
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.StartsWith("HTTP/1.1 408 ", await Receiving.End(slow), StringComparison.Ordinal);
        Assert.Equal("its body did not arrive whole within 10 s", Assert.Single(callback.Deliveries).Broken);
        Assert.False(callback.IsArriving);
    }

    [Fact]
    public async Task OfBodiesOnlySoMuchIsKeptTogether()
    {
        await using var receiving = await Receiving.Started(o => o with { MostBytes = 5 });
        var callback = receiving.Receiver.Open("t0ken");
        foreach (var body in new[] { "123", "456", "7" })
            Assert.Equal(200, await receiving.Post(callback.Url, body));
        Assert.Equal(["123", "7"], callback.Deliveries.Select(d => d.Body.Text()));
        Assert.Equal(3, callback.Count);
        Assert.True(callback.HasOverflowed);
    }

    [Fact]
    public async Task AConnectionIsUsedOnceSoThatNoneIsClosedUnderARequest()
    {
        await using var receiving = await Receiving.Started();
        receiving.Receiver.Open("t0ken");
        var response = await receiving.Write("POST /run7/t0ken HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n");
        Assert.Contains("Connection: close", response, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"status\":\"SUCCEEDED\"}", "/run7/t", true)]
    [InlineData("{\"status\":\"STARTED\"}", "/run7/t", false)]
    [InlineData("", "/run7/t?run=7&status=FAILED", true)]
    [InlineData("", "/run7/t?challenge=7", false)]
    [InlineData("", "/run7/t", false)]
    public void ARequestThatTellsAnEndIsMeantAsTheWebhookInAnyMethod(string body, string target, bool tells) =>
        Assert.Equal(
            tells,
            DeliveryChecks.TellsAnEnd(Deliveries.Of(body) with { Method = "GET", Target = target }, "status")
        );
}
