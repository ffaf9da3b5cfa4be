namespace Conformance.Reference.Pennsieve;

/// <summary>Brings runs to their end and sends their webhooks. Nothing that it began outlives it.</summary>
internal sealed class RunConductor(
    PennsieveBehaviour behaviour,
    PennsieveStore store,
    WebhookSender sender,
    TimeSpan delay,
    TimeProvider time
) : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly HashSet<Task> underWay = [];

    /// <summary>Begins a run, unless the server has ended meanwhile.</summary>
    public void Begin(WorkflowRun run)
    {
        store.Keep(run);
        lock (underWay)
        {
            if (stop.IsCancellationRequested)
                return;
            var task = ConductAsync(run, stop.Token);
            underWay.Add(task);
            _ = task.ContinueWith(Forget, TaskScheduler.Default);
        }
    }

    /// <summary>Ends when all runs that have begun have ended.</summary>
    public async Task IdleAsync()
    {
        Task[] left;
        lock (underWay)
            left = [.. underWay];
        await Task.WhenAll(left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        lock (underWay)
            stop.Cancel();
        await IdleAsync();
        sender.Dispose();
        stop.Dispose();
    }

    private async Task ConductAsync(WorkflowRun run, CancellationToken ct)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await SendAllAsync(behaviour.OnStarted, run, ct);
        await Task.Delay(delay, time, ct);
        var ended = run with { Status = behaviour.OutcomeOf(run), EndedAt = time.GetUtcNow() };
        store.Keep(ended);
        await SendAllAsync(behaviour.OnEnded, ended, ct);
    }

    private async Task SendAllAsync(
        Func<WebhookOccasion, IEnumerable<Delivery>> choose,
        WorkflowRun run,
        CancellationToken ct
    )
    {
        foreach (var delivery in choose(new WebhookOccasion(run, store.LastCallbackUrl)))
        {
            if (delivery.After > TimeSpan.Zero)
                await Task.Delay(delivery.After, time, ct);
            await sender.SendAsync(Webhook.Of(delivery, behaviour), ct);
        }
    }

    private void Forget(Task task)
    {
        lock (underWay)
            underWay.Remove(task);
    }
}
