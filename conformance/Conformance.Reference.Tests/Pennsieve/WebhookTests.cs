using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;
using Microsoft.Extensions.Time.Testing;

namespace Conformance.Reference.Tests.Pennsieve;

public sealed class WebhookTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static TheoryData<string> Contexts =>
        new()
        {
            "{}",
            """{ "b" : 1.10, "a":1e2,	"n":12345678901234567890.0 }""",
            """{"nested":[[{"deep":{"deeper":[null,true,""]}}]]}""",
            """{"text":"é \u00e9 \/ <>&'+ \u2028","twice":1,"twice":2}""",
            """[1, 2]""",
            "\"id-1\"",
            "false",
            "-0.0",
        };

    [Theory]
    [InlineData("{}", RunStatus.Succeeded)]
    [InlineData("""{"processor-1":{"outcome":"SUCCEEDED"}}""", RunStatus.Succeeded)]
    [InlineData("""{"processor-1":{"outcome":"FAILED"}}""", RunStatus.Failed)]
    [InlineData("""{"processor-1":{"outcome":"CANCELED"},"processor-2":{}}""", RunStatus.Canceled)]
    [InlineData("""{"processor-1":{"outcome":"RUNNING"}}""", RunStatus.Succeeded)]
    [InlineData("""{"processor-2":{"outcome":"FAILED"}}""", RunStatus.Succeeded)]
    public async Task TheWebhookTellsTheEnd(string processorParams, string status)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var workspace = await Workspace.StartAsync();
        var created = await workspace.CreateAsync(receiver, ("processorParams", processorParams));
        var arrival = await receiver.NextAsync();
        Assert.Equal(("POST", "/hook"), (arrival.Request.Method, arrival.Request.RawTarget));
        Assert.Equal("application/json", arrival.Request.Headers.ContentType);
        Assert.Equal(
            $$"""{"runId":"{{created.Text("id")}}","workflowInstanceId":"{{Offered.InstanceId}}","status":"{{status}}"}""",
            arrival.Text
        );
        var read = await workspace.ReadAsync(created);
        Assert.Equal(status, read.Text("status"));
        Assert.NotNull(read.Text("endedAt"));
    }

    [Theory]
    [MemberData(nameof(Contexts))]
    public async Task TheContextIsEchoedVerbatim(string context)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var workspace = await Workspace.StartAsync();
        await workspace.CreateAsync(receiver, ("completionCallbackContext", context));
        var echoed = (await receiver.NextAsync()).Json.GetProperty("completionCallbackContext");
        Assert.Equal(context, echoed.GetRawText());
    }

    [Theory]
    [InlineData("lambda", null, "us-east-1")]
    [InlineData("execute-api", "eu-west-1", "eu-west-1")]
    public async Task TheWebhookIsSigned(string service, string? asked, string region)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var workspace = await Workspace.StartAsync(
            new ReferenceOptions
            {
                Time = new FakeTimeProvider(Now),
                PennsieveOptions = Workspace.AtOnce with { CallbackService = service, CallbackRegion = asked },
            }
        );
        var url = $"{receiver.Url}/a%20b/c?x=1%2F2&a=é&b#fragment";
        await workspace.CreateAsync(Workspace.With("completionCallbackUrl", Valid.Quoted(url)));
        var request = (await receiver.NextAsync()).Request;
        Assert.Equal("/hook/a%20b/c?x=1%2F2&a=%C3%A9&b", request.RawTarget);
        var credentials = Workspace.AtOnce.CallbackCredentials;
        Assert.Null(SignedRequest.Complaint(request, credentials, region, service, Now));
        var other = credentials with { SecretAccessKey = "other" };
        Assert.NotNull(SignedRequest.Complaint(request, other, region, service, Now));
    }

    [Fact]
    public async Task ThereIsOneWebhookForEachRun()
    {
        await using var receiver = await Receiver.StartAsync();
        var workspace = await Workspace.StartAsync();
        var one = await workspace.CreateAsync(receiver);
        var two = await workspace.CreateAsync(receiver);
        string?[] told = [(await receiver.NextAsync()).Of("runId"), (await receiver.NextAsync()).Of("runId")];
        await workspace.DisposeAsync();
        Assert.Equal(new[] { one.Text("id"), two.Text("id") }.Order(), told.Order());
        Assert.Equal(0, receiver.Further);
    }

    [Fact]
    public async Task WithoutAUrlThereIsNone()
    {
        var deliveries = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var watched = PennsieveBehaviour.Correct with
        {
            OnEnded = occasion =>
            {
                var chosen = PennsieveBehaviour.Correct.OnEnded(occasion).ToArray();
                deliveries.TrySetResult(chosen.Length);
                return chosen;
            },
        };
        await using var workspace = await Workspace.StartAsync(watched);
        await workspace.CreateAsync("completionCallbackContext", "{}");
        Assert.Equal(0, await deliveries.Task.WaitAsync(Emulator.Stop));
    }

    [Fact]
    public async Task BeforeItsTimeARunIsNotAtItsEnd()
    {
        var workspace = await Workspace.StartAsync(options: new PennsieveOptions { RunDelay = TimeSpan.FromDays(1) });
        await using var receiver = await Receiver.StartAsync();
        var created = await workspace.CreateAsync(receiver);
        Assert.Equal("STARTED", (await workspace.ReadAsync(created)).Text("status"));
        await workspace.DisposeAsync();
        Assert.Equal(0, receiver.Further);
    }
}
