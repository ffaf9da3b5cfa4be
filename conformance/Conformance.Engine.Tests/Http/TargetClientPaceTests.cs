using Conformance.Engine.Http;
using Conformance.Reports;
using static Conformance.Engine.Tests.Http.ScriptedResponses;

namespace Conformance.Engine.Tests.Http;

public sealed class TargetClientPaceTests : IDisposable
{
    private static readonly TargetClientOptions Options = new() { RequestTimeout = Timeout.InfiniteTimeSpan };

    private readonly ManualTime time = new();
    private readonly List<IDisposable> held = [];

    public void Dispose() => held.ForEach(it => it.Dispose());

    [Fact]
    public async Task RequestsAreSpreadEvenlyOverTheSecond()
    {
        var client = TargetClient(Options with { RequestsPerSecond = 4 }, Status(200));
        var sending = Enumerable.Range(0, 5).Select(_ => Send(client)).ToArray();
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 4; i++)
            waits.Add(await time.NextWait());
        Assert.Equal([250, 500, 750, 1000], waits.Select(wait => wait.TotalMilliseconds).Order());
        for (var sent = 1; sent <= 5; sent++)
        {
            await Task.WhenAll(sending.Take(sent));
            Assert.Equal(sent, client.RequestsSent);
            time.Advance(TimeSpan.FromMilliseconds(250));
        }
    }

    [Fact]
    public async Task TimeThatNobodyUsedIsNotSavedUp()
    {
        var client = TargetClient(Options with { RequestsPerSecond = 4 }, Status(200));
        await Send(client);
        time.Advance(TimeSpan.FromMinutes(1));
        await Send(client);
        var third = Send(client);
        Assert.InRange((await time.NextWait()).TotalMilliseconds, 230, 250);
        time.Advance(TimeSpan.FromMilliseconds(250));
        await third;
    }

    [Fact]
    public async Task AWaitForATurnCanBeCancelled()
    {
        var client = TargetClient(Options with { RequestsPerSecond = 1 }, Status(200));
        await Send(client);
        using var caller = new CancellationTokenSource();
        var sending = client.Send(Requests.Get, caller.Token);
        await time.NextWait();
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Equal(1, client.RequestsSent);
    }

    private static Task<Exchange> Send(TargetClient client) =>
        client.Send(Requests.Get, TestContext.Current.CancellationToken);

    private TargetClient TargetClient(TargetClientOptions options, params Func<HttpResponseMessage>[] responses)
    {
        var handler = new ScriptedResponses(responses);
        var client = new TargetClient(new Uri("http://target.test"), options, null, time, handler);
        held.AddRange([client, handler]);
        return client;
    }
}
