using Conformance.Suite.Proving;
using Conformance.Suite.Webhooks;

namespace Conformance.Suite.Scenarios.Pennsieve;

/// <summary>The webhook of a run, or what is to be said without it. Exactly one of the two is there.</summary>
public sealed record Arrival(Delivery? Webhook, Finding? Otherwise)
{
    /// <summary>Waits for the first webhook of the run.</summary>
    public static async Task<Arrival> Of(Workbench bench, CalledRun run)
    {
        if (await IsIn(bench, run))
            return Came(run.Own(run.Callback.Deliveries)[0]);
        var status = await StatusOf(bench, run);
        // It may have ended a moment ago; then it has its time from there.
        if (Silence.IsEnd(status) && await IsIn(bench, run))
            return Came(run.Own(run.Callback.Deliveries)[0]);
        return run.Callback.Deliveries.FirstOrDefault(d => d.IsWebhook) is { } unnamed
            ? Came(unnamed)
            : new(null, await Silence.Of(bench, run, status));
    }

    /// <summary>The status that the target shows for the run; null where it shows none.</summary>
    public static async Task<string?> StatusOf(Workbench bench, CalledRun run)
    {
        var read = await Runs.ReadBack(bench, run.Id);
        return read is null ? null : Answers.Text(bench, read, "responseStatusMember");
    }

    private static Arrival Came(Delivery webhook) => new(webhook, null);

    private static Task<bool> IsIn(Workbench bench, CalledRun run) =>
        run.Callback.WaitUntil(
            deliveries => run.Own(deliveries).Length > 0,
            bench.Session.Webhooks.Deadline,
            bench.Cancel
        );
}
