using System.Globalization;
using Conformance.Engine.Http;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Http;

/// <summary>When a request is sent again, and what is remembered of the attempts before.</summary>
public sealed class TargetClientRetryTests
{
    private const int Lost = 0;

    [Theory]
    [InlineData(TransportFailureKind.Disconnected, 2)]
    [InlineData(TransportFailureKind.Unreachable, 1)]
    [InlineData(TransportFailureKind.Tls, 1)]
    [InlineData(TransportFailureKind.Timeout, 1)]
    [InlineData(TransportFailureKind.Malformed, 1)]
    public async Task OnlyALostConnectionIsTriedAgainAndOnlyOnce(TransportFailureKind failure, int attempts)
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.None(failure));
        var client = target.TargetClient();
        var exchange = await Send(client);
        Assert.Equal(
            (failure, attempts, attempts),
            (exchange.Failure?.Kind, exchange.Attempts, target.Requests.Length)
        );
        Assert.Equal((attempts > 1, attempts - 1), (exchange.WasLost, client.Lost));
        Assert.Empty(target.Time.Pauses);
    }

    [Theory]
    [InlineData("0 201", 201, true, null)]
    [InlineData("500 201", 201, false, 500)]
    [InlineData("0 500 201", 201, true, 500)]
    [InlineData("500 0 201", 201, true, 500)]
    [InlineData("500 0 0", null, true, null)]
    [InlineData("0 500 500", 500, true, null)]
    [InlineData("500 429 201", 201, false, 500)]
    [InlineData("429 500 400", 400, false, 500)]
    [InlineData("500 400", 400, false, 500)]
    [InlineData("400", 400, false, null)]
    public async Task WhatHappenedToEarlierAttemptsIsRemembered(string responses, int? status, bool wasLost, int? fault)
    {
        using var target = Giving(responses);
        var client = target.TargetClient();
        var exchange = await Send(client);
        Assert.Equal(
            (status, wasLost, fault),
            (exchange.Response?.Status, exchange.WasLost, exchange.PassingFault?.Status)
        );
        Assert.Equal((target.Requests.Length, responses.Split(' ').Length), (exchange.Attempts, exchange.Attempts));
        Assert.Equal(target.Requests.Length, client.RequestsSent);
        Assert.Equal(fault is null ? 0 : 1, client.PassingFaults);
    }

    [Fact]
    public async Task ThrottlingIsWaitedForWithDoublingPausesAndGivenUp()
    {
        using var target = Giving("429");
        var client = target.TargetClient();
        var exchange = await Send(client);
        Assert.Equal((429, 5, 5), (exchange.Response?.Status, exchange.Attempts, client.Throttled));
        Assert.Equal([200, 400, 800, 1600], target.Time.Pauses.Select(p => p.TotalMilliseconds));
    }

    [Fact]
    public async Task AfterThreeInARowThatWereGivenUpNobodyWaitsUntilOnePasses()
    {
        var isBusy = true;
        using var target = new ScriptedTarget(_ => isBusy ? ScriptedResponse.Throttled : ScriptedResponse.Accepted);
        var client = target.TargetClient();
        var attempts = new List<int>();
        for (var n = 0; n < 5; n++)
            attempts.Add((await Send(client)).Attempts);
        isBusy = false;
        await Send(client);
        isBusy = true;
        attempts.Add((await Send(client)).Attempts);
        Assert.Equal([5, 5, 5, 1, 1, 5], attempts);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public async Task WhatMayFaultOrIsSentAtOnceIsStillSentAgainWhenLost(int lost, int attempts)
    {
        using var target = Giving(lost == 0 ? "500" : "0 500");
        var client = target.TargetClient();
        var may = await Send(client, Requests.Get with { MayFault = true, MayBeThrottledForGood = true });
        Assert.Equal((500, attempts, null), (may.Response?.Status, may.Attempts, may.PassingFault?.Status));
        using var other = Giving(lost == 0 ? "500" : "0 500");
        var atOnce = await Send(other.TargetClient(), Requests.Get with { IsAtOnceWithOthers = true });
        Assert.Equal((500, 500, lost == 1), (atOnce.Response?.Status, atOnce.PassingFault?.Status, atOnce.WasLost));
    }

    [Fact]
    public async Task EveryAttemptIsSignedForItsOwnTime()
    {
        using var target = Giving("429 429 201");
        using var client = new TargetClient(
            ScriptedTarget.Url,
            new TargetClientOptions { RequestTimeout = ScriptedTime.RequestTimeout },
            new Stamp(),
            target.Time,
            target
        );
        await Send(client);
        var stamps = target.Requests.Select(r => r.Headers.Line("X-Stamp")).ToList();
        Assert.Equal(["03:04:05.000", "03:04:05.200", "03:04:05.600"], stamps);
    }

    [Fact]
    public async Task ARateHoldsForRepeatsToo()
    {
        using var target = Giving("0 500 201");
        await Send(target.TargetClient(new TargetClientOptions { RequestsPerSecond = 1 }));
        Assert.Equal([1000, 1000], target.Time.Pauses.Select(p => p.TotalMilliseconds));
    }

    private static ScriptedTarget Giving(string responses) =>
        ScriptedTarget.InTurn([
            .. responses
                .Split(' ')
                .Select(status => int.Parse(status, CultureInfo.InvariantCulture))
                .Select(status =>
                    status == Lost
                        ? ScriptedResponse.None(TransportFailureKind.Disconnected)
                        : new ScriptedResponse(status)
                ),
        ]);

    private static Task<Exchange> Send(TargetClient client, WireRequest? request = null) =>
        client.Send(request ?? Requests.Get, TestContext.Current.CancellationToken);

    private sealed class Stamp : ISigner
    {
        public ImmutableArray<Header> Sign(Uri url, WireRequest request, DateTimeOffset now) =>
            [new("X-Stamp", now.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture))];
    }
}
