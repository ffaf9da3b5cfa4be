using System.Text;
using Conformance.Apis.Pennsieve;
using Conformance.Engine.Configuration;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Http;
using Conformance.Engine.Tests.Scripted;
using Conformance.Engine.Tests.Webhooks;
using Conformance.Engine.Webhooks;
using Conformance.Reports;

namespace Conformance.Apis.Tests.Pennsieve;

/// <summary>How long is waited, and what silence means, after what has arrived at a real receiver.</summary>
public sealed class WaitingForWebhooksTests : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(5);

    private readonly ManualTime connections = new();
    private readonly WebhookSession desk;

    public WaitingForWebhooksTests() =>
        desk = new(
            new WebhookConfiguration { DeadlineSeconds = Deadline.TotalSeconds },
            "run7",
            ScriptedTarget.Url,
            TimeProvider.System,
            new ReceiverOptions
            {
                RunId = "run7",
                MostConnections = 1,
                ConnectionTime = connections,
            }
        )
        {
            IsSurelyReached = true,
        };

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Theory]
    [InlineData("GET", "")]
    [InlineData("POST", "{\"runId\":\"another\"}")]
    public async Task WhatIsNoWebhookIsWaitedOutOnceAndThenNoMore(string method, string body)
    {
        var (test, run) = await Arranged("r1");
        await Send(run, method, body);
        Assert.Equal(Deadline, WebhookPatience.For(test, run, "SUCCEEDED"));
        WebhookPatience.Note(test, run, "SUCCEEDED", Deadline);
        Assert.Equal(Short, WebhookPatience.For(test, run, "SUCCEEDED"));
        // A run that goes on has its whole time: the webhook is still to come.
        Assert.Equal(Deadline, WebhookPatience.For(test, run, "STARTED"));
        var (_, silent) = await Arranged("r2");
        Assert.Equal(Deadline, WebhookPatience.For(test, silent, "SUCCEEDED"));
    }

    [Fact]
    public async Task WhatBrokeOffIsWaitedForShortlyAndHeldAgainstNobody()
    {
        var (test, run) = await Arranged("r1");
        using (var client = new System.Net.Sockets.TcpClient())
        {
            await client.ConnectAsync("127.0.0.1", run.Callback.Url.Port, Receiving.Cancel);
            var cut = $"POST {run.Callback.Url.AbsolutePath} HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\n{{";
            await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(cut), Receiving.Cancel);
        }
        Assert.True(await run.Callback.WaitFor(1, Requests.Guard, Receiving.Cancel));
        Assert.Equal(Short, WebhookPatience.For(test, run, "SUCCEEDED"));
        var silence = await Silence.Of(test, run, "SUCCEEDED", Short);
        Assert.Equal(Outcome.Errored, silence.Outcome);
        Assert.Contains("did not arrive whole", silence.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SilenceOfAReceiverThatWasOverrunIsHeldAgainstNobody()
    {
        var (test, run) = await Arranged("r1");
        Assert.Equal(Outcome.Failed, (await Silence.Of(test, run, "SUCCEEDED", Deadline)).Outcome);
        using var one = new System.Net.Sockets.TcpClient();
        using var other = new System.Net.Sockets.TcpClient();
        await one.ConnectAsync("127.0.0.1", run.Callback.Url.Port, Receiving.Cancel);
        await connections.NextWait();
        await other.ConnectAsync("127.0.0.1", run.Callback.Url.Port, Receiving.Cancel);
        Assert.Equal("", await Receiving.End(one));
        var silence = await Silence.Of(test, run, "SUCCEEDED", Deadline);
        Assert.Equal(Outcome.Errored, silence.Outcome);
        Assert.Contains("overrun: 1 connections found no room", silence.Reason, StringComparison.Ordinal);
        var everything = Unread.Of(await desk.Receiver(), [run]);
        Assert.Equal(Outcome.Errored, everything?.Outcome);
    }

    private async Task<(TestSession Bench, CalledRun Run)> Arranged(string id)
    {
        var session = new ScriptedTarget(_ => ScriptedResponse.NotFound).Session(PennsieveRuns.Planned.Api) with
        {
            Webhooks = desk,
        };
        var test = ScriptedTarget.Bench(session, session.Api.Operations[0]);
        var callback = (await desk.Receiver()).Open($"t0ken{id}");
        var created = new Exchange(new SentRequest("POST", "/", [], default), null, null, 0);
        return (test, new CalledRun(callback, created, id, new("status", "runId", "context")));
    }

    private static async Task Send(CalledRun run, string method, string body)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), run.Callback.Url)
        {
            Content = body.Length == 0 ? null : new StringContent(body),
        };
        using var response = await client.SendAsync(request, Receiving.Cancel);
        Assert.Equal(200, (int)response.StatusCode);
    }
}
