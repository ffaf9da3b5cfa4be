using Conformance.Engine.Http;
using Conformance.Reports;
using static Conformance.Engine.Tests.Http.Answers;

namespace Conformance.Engine.Tests.Http;

public sealed class CourierFaultTests : IDisposable
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
        var courier = Courier(Status(status), Status(201));
        var exchange = await Send(courier);
        Assert.Equal((201, 2), (exchange.Response?.Status, exchange.Attempts));
        Assert.Equal((status, 1), (exchange.PassingFault?.Status, courier.PassingFaults));
    }

    [Fact]
    public async Task AServerErrorThatComesAgainIsTheAnswer()
    {
        var courier = Courier(Status(500), Status(500), Status(201));
        var exchange = await Send(courier);
        Assert.Equal((500, 2), (exchange.Response?.Status, exchange.Attempts));
        Assert.Null(exchange.PassingFault);
        Assert.Equal(0, courier.PassingFaults);
    }

    [Fact]
    public async Task WhatMayFaultIsSentOnce()
    {
        var exchange = await Send(Courier(Status(500), Status(201)), Requests.Get with { MayFault = true });
        Assert.Equal((500, 1), (exchange.Response?.Status, exchange.Attempts));
    }

    [Fact]
    public async Task WhatIsSentAtOnceWithOthersIsSentOnceAndMayFailRarely()
    {
        var courier = Courier(Status(500));
        var atOnce = Requests.Get with { IsAtOnceWithOthers = true };
        var passing = new[] { await Send(courier, atOnce), await Send(courier, atOnce), await Send(courier, atOnce) };
        Assert.Equal([1, 1, 1], passing.Select(p => p.Attempts));
        Assert.Equal([500, 500, null], passing.Select(p => p.PassingFault?.Status));
    }

    [Fact]
    public async Task ServerErrorsThatPassMoreThanRarelyAreAnswers()
    {
        var courier = Courier(Status(500), Status(201), Status(500), Status(201), Status(500), Status(201));
        await Send(courier);
        await Send(courier);
        var third = await Send(courier);
        Assert.Equal((500, 1), (third.Response?.Status, third.Attempts));
    }

    private static Task<Exchange> Send(Courier courier, WireRequest? request = null) =>
        courier.Send(request ?? Requests.Get, TestContext.Current.CancellationToken);

    private Courier Courier(params Func<HttpResponseMessage>[] answers)
    {
        var handler = new Answers(answers);
        var courier = new Courier(
            new Uri("http://target.test"),
            new CourierOptions(),
            null,
            TimeProvider.System,
            handler
        );
        held.AddRange([courier, handler]);
        return courier;
    }
}
