using System.Net;
using Conformance.Reference.Pennsieve;
using Microsoft.Extensions.Time.Testing;

namespace Conformance.Reference.Tests.Pennsieve;

public sealed class RedeliveryTests
{
    [Theory]
    [InlineData(500, 503)]
    [InlineData(599)]
    public async Task AWebhookThatIsNotTakenIsSentAgainUnchanged(params int[] statuses)
    {
        await using var receiver = await Receiver.StartAsync(statuses);
        var workspace = await Workspace.StartAsync();
        await workspace.CreateAsync(receiver, ("completionCallbackContext", """{"a":1}"""));
        var first = await receiver.NextAsync();
        foreach (var _ in statuses)
            Assert.Equal(first.Text, (await receiver.NextAsync()).Text);
        await workspace.DisposeAsync();
        Assert.Equal(0, receiver.Further);
    }

    [Fact]
    public async Task AfterThreeAttemptsItIsGivenUp() =>
        await AssertAttemptsAsync(new Rejecting(HttpStatusCode.InternalServerError), 3);

    [Theory]
    [InlineData(HttpStatusCode.NoContent)]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(HttpStatusCode.Forbidden)]
    public async Task WhatIsTakenOrRejectedForGoodIsSentOnce(HttpStatusCode status) =>
        await AssertAttemptsAsync(new Rejecting(status), 1);

    [Fact]
    public async Task WithoutAConnectionItIsAttemptedAgain() => await AssertAttemptsAsync(new Rejecting(null), 3);

    [Theory]
    [InlineData("http://callback.invalid/")]
    [InlineData("https://a.INVALID.:8443/b")]
    public async Task NobodyIsAskedAboutANameThatLeadsNowhere(string url) =>
        await AssertAttemptsAsync(new Rejecting(HttpStatusCode.OK), 0, url);

    [Fact]
    public async Task AReceiverThatDoesNotRespondIsNotWaitedForForever()
    {
        var silent = new Silent();
        var time = new FakeTimeProvider();
        var options = Workspace.AtOnce with { NewCallbackHandler = () => silent, CallbackAttempts = 2 };
        await using var workspace = await Workspace.StartAsync(
            new ReferenceOptions { Time = time, PennsieveOptions = options }
        );
        await workspace.CreateAsync("completionCallbackUrl", "\"http://hook.example/\"");
        for (var attempt = 0; attempt < options.CallbackAttempts; attempt++)
        {
            await silent.AskedAsync();
            time.Advance(options.CallbackTimeout - TimeSpan.FromMilliseconds(1));
            Assert.False(silent.IsToldToEnd);
            time.Advance(TimeSpan.FromMilliseconds(1));
            Assert.True(silent.IsToldToEnd);
            await silent.GivenUpAsync();
        }
    }

    [Fact]
    public async Task NothingOutlivesTheServer()
    {
        var silent = new Silent();
        var options = Workspace.AtOnce with { NewCallbackHandler = () => silent };
        var workspace = await Workspace.StartAsync(options: options);
        await workspace.CreateAsync("completionCallbackUrl", "\"http://hook.example/\"");
        await silent.AskedAsync();
        await workspace.DisposeAsync();
        Assert.Equal(1, silent.GivenUp);
        Assert.True(silent.IsDisposed);
    }

    private static async Task AssertAttemptsAsync(Rejecting sent, int attempts, string url = "http://hook.example/")
    {
        var options = Workspace.AtOnce with { NewCallbackHandler = () => sent };
        var behaviour = PennsieveBehaviour.Correct;
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var workspace = await Workspace.StartAsync(
            behaviour with
            {
                OnEnded = occasion => Followed(behaviour.OnEnded(occasion), done),
            },
            options
        );
        await workspace.CreateAsync("completionCallbackUrl", Valid.Quoted(url));
        await done.Task.WaitAsync(Emulator.Stop);
        Assert.Equal(attempts, sent.Attempts);
    }

    /// <summary>The same deliveries; once the last is done with, so is the task.</summary>
    private static IEnumerable<T> Followed<T>(IEnumerable<T> deliveries, TaskCompletionSource done)
    {
        foreach (var delivery in deliveries)
            yield return delivery;
        done.SetResult();
    }

    /// <summary>Responds to everything with one status, or with none.</summary>
    private sealed class Rejecting(HttpStatusCode? status) : HttpMessageHandler
    {
        private int attempts;

        public int Attempts => attempts;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            Interlocked.Increment(ref attempts);
            return status is { } response
                ? Task.FromResult(new HttpResponseMessage(response))
                : Task.FromException<HttpResponseMessage>(new HttpRequestException("no connection"));
        }
    }

    /// <summary>Never responds.</summary>
    private sealed class Silent : HttpMessageHandler
    {
        private readonly SemaphoreSlim asked = new(0);
        private readonly SemaphoreSlim givenUp = new(0);

        private CancellationToken told;

        public int GivenUp => givenUp.CurrentCount;

        /// <summary>Whether nobody waits for the response to the last request any more.</summary>
        public bool IsToldToEnd => told.IsCancellationRequested;

        public bool IsDisposed { get; private set; }

        public Task AskedAsync() => HappensAsync(asked);

        public Task GivenUpAsync() => HappensAsync(givenUp);

        private static async Task HappensAsync(SemaphoreSlim awaited) =>
            Assert.True(await awaited.WaitAsync(TimeSpan.FromSeconds(90), Emulator.Stop), "it has not happened");

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            told = ct;
            asked.Release();
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, ct);
                throw new InvalidOperationException("infinity has passed");
            }
            finally
            {
                givenUp.Release();
            }
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
