using Conformance.Apis;
using Conformance.Contracts.Provider;
using Conformance.Contracts.Tests.Native;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Reference;
using Conformance.Reports;

namespace Conformance.Contracts.Tests.Provider;

public sealed class VerifierDeadlineTests
{
    private static readonly VerifierResponse Response = new(0, "{}");
    private static readonly VerifierDeadline Short = new(TimeSpan.FromMilliseconds(100), TimeProvider.System);

    [Fact]
    public async Task AContractWhoseVerifierNeverEndsIsErrored()
    {
        Library.Needed();
        await using var server = await ReferenceServer.StartAsync(new ReferenceOptions(), Cancel);
        var catalog = Catalog.Load(api => ContractRequirements.Of(api, Hang, deadline: Short));
        var options = Judged.Options(server.BaseAddress, new()) with
        {
            Selection = new Selection(["nova-act"], [], ["*/CreateWorkflowRun/contract/success"]),
        };
        var verdict = Assert.Single((await new Runner(options).Run(catalog, Cancel)).Verdicts);
        Assert.Equal(Outcome.Errored, verdict.Outcome);
        Assert.Contains("Pact's verifier did not end within 0.1 s", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTimeThatATargetTakesDoesNotCount()
    {
        var clock = new Clock();
        using var wait = new VerifierDeadline(TimeSpan.FromSeconds(7), clock).Begin(Cancel);
        var target = new TaskCompletionSource<int>();
        var response = wait.For(cancel => HangBehind(wait.Without(target.Task), cancel));
        Assert.Equal(Timeout.InfiniteTimeSpan, clock.Due);
        target.SetResult(200);
        await clock.Set.Task;
        Assert.Equal(TimeSpan.FromSeconds(7), clock.Due);
        clock.Ring();
        await Assert.ThrowsAsync<VerifierLostException>(() => response);
    }

    [Fact]
    public async Task ARunThatIsEndedIsNoFaultOfTheVerifier()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        using var wait = VerifierDeadline.Usual.Begin(end.Token);
        var response = wait.For(cancel => Hang(null!, cancel));
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => response);
    }

    private static async Task<VerifierResponse> HangBehind(Task target, CancellationToken cancel)
    {
        await target;
        return await Hang(null!, cancel);
    }

    private static async Task<VerifierResponse> Hang(VerifierTask task, CancellationToken cancel)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
        return Response;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A clock with one alarm, which rings when the test says so.</summary>
    private sealed class Clock : TimeProvider, ITimer
    {
        private Action _ring = () => { };

        public TimeSpan Due { get; private set; }

        /// <summary>The alarm was set again after it had been stopped.</summary>
        public TaskCompletionSource Set { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Ring() => _ring();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (_ring, Due) = (() => callback(state), dueTime);
            return this;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var wasStopped = Due == Timeout.InfiniteTimeSpan;
            Due = dueTime;
            if (wasStopped)
                Set.TrySetResult();
            return true;
        }

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
