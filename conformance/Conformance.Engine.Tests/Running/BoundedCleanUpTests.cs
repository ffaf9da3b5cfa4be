using Conformance.Engine.Http;
using Conformance.Engine.Requests;
using Conformance.Engine.Running;
using Conformance.Engine.Tests.Http;
using Conformance.Engine.Tests.Scripted;
using Conformance.Engine.Tests.Testing;
using Conformance.Generators;

namespace Conformance.Engine.Tests.Running;

/// <summary>However slow a target is to delete, a run that somebody interrupts ends in time and says what may be left.</summary>
public sealed class BoundedCleanUpTests : IDisposable
{
    private readonly ScriptedTarget target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
    private readonly Hanging hanging = new();
    private readonly ManualTime time = new();
    private readonly List<string> notes = [];

    public void Dispose()
    {
        target.Dispose();
        hanging.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnInterruptLeavesItFiveSecondsWhetherItHasBegunOrNot(bool hasBegun)
    {
        using var cancel = new CancellationTokenSource();
        if (!hasBegun)
            await cancel.CancelAsync();
        var cleaning = CleanUp(cancel.Token, CancellationToken.None);
        await hanging.Asked;
        await cancel.CancelAsync();
        time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(cleaning.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Empty(await cleaning);
        Assert.Contains("may be left on the target", Assert.Single(notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoeverIsInAHurryIsNotKeptWaiting()
    {
        using var hurry = new CancellationTokenSource();
        var cleaning = CleanUp(CancellationToken.None, hurry.Token);
        await hanging.Asked;
        Assert.False(cleaning.IsCompleted);
        await hurry.CancelAsync();
        Assert.Empty(await cleaning);
        Assert.Contains(ScriptedTarget.RunId, Assert.Single(notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsDoneInTimeLeavesNoNote()
    {
        hanging.Dispose();
        using var client = new TargetClient(ScriptedTarget.Url, new TargetClientOptions(), null, time, target);
        Assert.Empty(await CleanUp(client, CancellationToken.None, CancellationToken.None));
        Assert.Empty(notes);
    }

    private async Task<ImmutableArray<string>> CleanUp(CancellationToken cancel, CancellationToken hurry)
    {
        using var client = new TargetClient(
            ScriptedTarget.Url,
            new TargetClientOptions(),
            null,
            TimeProvider.System,
            hanging
        );
        return await CleanUp(client, cancel, hurry);
    }

    private Task<ImmutableArray<string>> CleanUp(TargetClient client, CancellationToken cancel, CancellationToken hurry)
    {
        var session = target.Session(Made.Api(Things.Put, Things.Delete)) with { TargetClient = client };
        var put = new RequestDraft(Things.Put, ImmutableDictionary<string, string>.Empty, null);
        session.Ledger.NoteEnd(put.With(Things.Name, new JsonText("kit-a")), Seen.Response(201));
        var options = new RunOptions
        {
            Target = ScriptedTarget.Url,
            RunId = ScriptedTarget.RunId,
            Time = time,
            Hurry = hurry,
        };
        return BoundedCleanUp.Run(session, options, notes.Add, cancel);
    }

    /// <summary>Never responds.</summary>
    private sealed class Hanging : HttpMessageHandler
    {
        private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => asked.Task.WaitAsync(Http.Requests.Guard, TestContext.Current.CancellationToken);

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("expected to be cancelled");
        }
    }
}
