using System.Text.Json;
using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;

namespace Conformance.Reference.Tests.Pennsieve;

/// <summary>Each step of a webhook can be exchanged from outside.</summary>
public sealed class WebhookBehaviourTests
{
    private static readonly PennsieveBehaviour Correct = PennsieveBehaviour.Correct;

    [Fact]
    public async Task ItCanComeTwiceWithADifference()
    {
        var (one, two) = await TwoAsync(o =>
            [.. Correct.OnEnded(o), .. Correct.OnEnded(o with { Run = o.Run with { Status = RunStatus.Failed } })]
        );
        Assert.Equal((RunStatus.Succeeded, RunStatus.Failed), (one.Of("status"), two.Of("status")));
        Assert.Equal(one.Of("runId"), two.Of("runId"));
    }

    [Fact]
    public async Task ItCanComeTwiceTheSame()
    {
        var (one, two) = await TwoAsync(o => [.. Correct.OnEnded(o), .. Correct.OnEnded(o)]);
        Assert.Equal(one.Text, two.Text);
    }

    [Fact]
    public async Task ItCanComeBeforeTheEnd()
    {
        var early = Correct with
        {
            OnStarted = o => Correct.OnEnded(o with { Run = o.Run with { Status = "RUNNING" } }),
        };
        Assert.Equal("RUNNING", (await OneAsync(early)).Of("status"));
    }

    [Fact]
    public async Task ItCanTellAnotherStatus() =>
        Assert.Equal("DONE", (await OneAsync(Correct with { OutcomeOf = _ => "DONE" })).Of("status"));

    [Fact]
    public async Task TheContextCanBeAltered()
    {
        var wrong = Correct with { EchoContext = context => JsonElement.Parse("""{"n":1e17}""") };
        var echoed = (await OneAsync(wrong)).Json.GetProperty("completionCallbackContext");
        Assert.Equal("""{"n":1e17}""", echoed.GetRawText());
    }

    [Fact]
    public async Task TheContextCanBeDropped()
    {
        var arrival = await OneAsync(Correct with { EchoContext = _ => default });
        Assert.False(arrival.Json.TryGetProperty("completionCallbackContext", out _));
    }

    [Fact]
    public async Task ItsMethodAndBodyCanBeExchanged()
    {
        var wrong = Correct with
        {
            FinishWebhook = hook => hook with { Method = "PUT", Body = "<a/>"u8.ToArray(), ContentType = "text/xml" },
        };
        var arrival = await OneAsync(wrong);
        Assert.Equal(("PUT", "<a/>"), (arrival.Request.Method, arrival.Text));
        Assert.Equal("text/xml", arrival.Request.Headers.ContentType);
    }

    [Fact]
    public async Task ItCanComeUnsigned()
    {
        var request = (await OneAsync(Correct with { Sign = (_, _) => [] })).Request;
        Assert.Equal(0, request.Headers.Authorization.Count);
        Assert.Equal(0, request.Headers["X-Amz-Date"].Count);
    }

    [Fact]
    public async Task ItCanBeSignedWithAnotherKey()
    {
        var stranger = new AwsCredentials("AKIDREFERENCE", "other");
        var wrong = Correct with
        {
            Sign = (hook, signer) => WebhookSigner.Sign(hook, signer with { Credentials = stranger }),
        };
        var request = (await OneAsync(wrong)).Request;
        string? Complaint(AwsCredentials key) =>
            SignedRequest.Complaint(request, key, "us-east-1", "lambda", TimeProvider.System.GetUtcNow());
        Assert.Null(Complaint(stranger));
        Assert.NotNull(Complaint(Workspace.AtOnce.CallbackCredentials));
    }

    [Fact]
    public async Task ItCanGoToTheLastUrlWithoutBeingAskedTo()
    {
        await using var receiver = await Receiver.StartAsync();
        var wrong = Correct with { OnEnded = o => o.LastCallbackUrl is { } url ? [new Delivery(url, o.Run)] : [] };
        await using var workspace = await Workspace.StartAsync(wrong);
        await workspace.CreateAsync(receiver);
        await receiver.NextAsync();
        var unasked = await workspace.CreateAsync(Workspace.With());
        Assert.Equal(unasked.Text("id"), (await receiver.NextAsync()).Of("runId"));
    }

    private static async Task<Arrival> OneAsync(PennsieveBehaviour behaviour)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var workspace = await Workspace.StartAsync(behaviour);
        await workspace.CreateAsync(receiver, ("completionCallbackContext", """{"n":100000000000000001}"""));
        return await receiver.NextAsync();
    }

    private static async Task<(Arrival One, Arrival Two)> TwoAsync(Func<WebhookOccasion, IEnumerable<Delivery>> onEnded)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var workspace = await Workspace.StartAsync(Correct with { OnEnded = onEnded });
        await workspace.CreateAsync(receiver);
        return (await receiver.NextAsync(), await receiver.NextAsync());
    }
}
