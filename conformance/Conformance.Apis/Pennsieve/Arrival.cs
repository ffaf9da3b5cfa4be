using Conformance.Engine.Testing;
using Conformance.Engine.Webhooks;

namespace Conformance.Apis.Pennsieve;

/// <summary>The webhook of a run, or what is to be said without it. Exactly one of the two is there.</summary>
public sealed record Arrival(Delivery? Webhook, Finding? Otherwise)
{
    /// <summary>Waits for the first webhook of the run.</summary>
    public static async Task<Arrival> Of(Workbench bench, CalledRun run)
    {
        // Whatever arrives first is looked at: a request that is no webhook need not be the last one.
        await run.Callback.WaitUntil(all => !all.IsEmpty, bench.Session.Webhooks.Deadline, bench.Cancel);
        if (Own(run) is { } first)
            return Came(first);
        var status = await StatusOf(bench, run);
        var waited = bench.Session.Webhooks.Deadline;
        if (run.Misfit != Misfit.None && !Silence.IsEnd(status))
        {
            if (await IsIn(bench, run, waited = WebhookPatience.For(bench, run, status)))
                return Came(Own(run)!);
            status = await StatusOf(bench, run);
        }
        // It may have ended a moment ago; then it has its time from there.
        if (Silence.IsEnd(status) && await IsIn(bench, run, waited = WebhookPatience.For(bench, run, status)))
            return Came(Own(run)!);
        WebhookPatience.Note(bench, run, status, waited);
        return run.Callback.Deliveries.FirstOrDefault(d => d.IsWebhook) is { } unnamed
            ? Came(unnamed)
            : new(null, await Silence.Of(bench, run, status, waited));
    }

    /// <summary>The status that the target shows for the run; null where it shows none.</summary>
    public static async Task<string?> StatusOf(Workbench bench, CalledRun run)
    {
        var read = await Runs.ReadBack(bench, run.Id);
        return read is null ? null : Answers.Text(bench, read, "responseStatusMember");
    }

    private static Arrival Came(Delivery webhook) => new(webhook, null);

    private static Delivery? Own(CalledRun run) => run.Own(run.Callback.Deliveries).FirstOrDefault();

    private static Task<bool> IsIn(Workbench bench, CalledRun run, TimeSpan within) =>
        run.Callback.WaitUntil(deliveries => run.Own(deliveries).Length > 0, within, bench.Cancel);
}
