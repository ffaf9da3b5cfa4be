using Conformance.Engine.Http;
using Conformance.Reports;
using static Conformance.Engine.Tests.Http.ScriptedResponses;

namespace Conformance.Engine.Tests.Http;

public sealed class TargetClientFaultTests : IDisposable
{
    private readonly List<IDisposable> held = [];

    public void Dispose() => held.ForEach(it => it.Dispose());

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task AServerErrorThatIsGoneTheSecondTimeIsRemembered(int status)
    {
        var client = TargetClient(Status(status), Status(201));
        var exchange = await Send(client);
        Assert.Equal((201, 2), (exchange.Response?.Status, exchange.Attempts));
        Assert.Equal((status, 1), (exchange.PassingFault?.Status, client.PassingFaults));
    }

    [Fact]
    public async Task AServerErrorThatComesAgainIsTheResponse()
    {
        var client = TargetClient(Status(500), Status(500), Status(201));
        var exchange = await Send(client);
        Assert.Equal((500, 2), (exchange.Response?.Status, exchange.Attempts));
        Assert.Null(exchange.PassingFault);
        Assert.Equal(0, client.PassingFaults);
    }

    [Fact]
    public async Task WhatMayFaultIsSentOnce()
    {
        var exchange = await Send(TargetClient(Status(500), Status(201)), Requests.Get with { MayFault = true });
        Assert.Equal((500, 1), (exchange.Response?.Status, exchange.Attempts));
    }

    [Fact]
    public async Task WhatIsSentAtOnceWithOthersIsSentOnceAndMayFailRarely()
    {
        var client = TargetClient(Status(500));
        var atOnce = Requests.Get with { IsAtOnceWithOthers = true };
        var passing = new[] { await Send(client, atOnce), await Send(client, atOnce), await Send(client, atOnce) };
        Assert.Equal([1, 1, 1], passing.Select(p => p.Attempts));
        Assert.Equal([500, 500, null], passing.Select(p => p.PassingFault?.Status));
    }

    [Fact]
    public async Task ServerErrorsThatPassMoreThanRarelyAreResponses()
    {
        var client = TargetClient(Status(500), Status(201), Status(500), Status(201), Status(500), Status(201));
        await Send(client);
        await Send(client);
        var third = await Send(client);
        Assert.Equal((500, 1), (third.Response?.Status, third.Attempts));
    }

    private static Task<Exchange> Send(TargetClient client, WireRequest? request = null) =>
        client.Send(request ?? Requests.Get, TestContext.Current.CancellationToken);

    private TargetClient TargetClient(params Func<HttpResponseMessage>[] responses)
    {
        var handler = new ScriptedResponses(responses);
        var client = new TargetClient(
            new Uri("http://target.test"),
            new TargetClientOptions(),
            null,
            TimeProvider.System,
            handler
        );
        held.AddRange([client, handler]);
        return client;
    }
}
