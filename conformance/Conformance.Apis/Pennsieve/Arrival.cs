using Conformance.Engine.Testing;
using Conformance.Engine.Webhooks;

namespace Conformance.Apis.Pennsieve;

/// <summary>The webhook of a run, or what is to be said without it. Exactly one of the two is there.</summary>
internal sealed record Arrival(Delivery? Webhook, Finding? Otherwise)
{
    /// <summary>Waits for the first webhook of the run.</summary>
    public static async Task<Arrival> Of(TestSession test, CalledRun run)
    {
        // Whatever arrives first is looked at: a request that is no webhook need not be the last one.
        await run.Callback.WaitUntil(all => !all.IsEmpty, test.Session.Webhooks.Deadline, test.Cancel);
        if (Own(run) is { } first)
            return Came(first);
        var status = await StatusOf(test, run);
        var waited = test.Session.Webhooks.Deadline;
        if (run.Misfit != Misfit.None && !Silence.IsEnd(status))
        {
            if (await IsIn(test, run, waited = WebhookPatience.For(test, run, status)))
                return Came(Own(run)!);
            status = await StatusOf(test, run);
        }
        // It may have ended a moment ago; then it has its time from there.
        if (Silence.IsEnd(status) && await IsIn(test, run, waited = WebhookPatience.For(test, run, status)))
            return Came(Own(run)!);
        WebhookPatience.Note(test, run, status, waited);
        return run.Callback.Deliveries.FirstOrDefault(d => d.IsWebhook) is { } unnamed
            ? Came(unnamed)
            : new(null, await Silence.Of(test, run, status, waited));
    }

    /// <summary>The status that the target shows for the run; null where it shows none.</summary>
    public static async Task<string?> StatusOf(TestSession test, CalledRun run)
    {
        var read = await Runs.ReadBack(test, run.Id);
        return read is null ? null : RunResponses.Text(test, read, "responseStatusMember");
    }

    private static Arrival Came(Delivery webhook) => new(webhook, null);

    private static Delivery? Own(CalledRun run) => run.Own(run.Callback.Deliveries).FirstOrDefault();

    private static Task<bool> IsIn(TestSession test, CalledRun run, TimeSpan within) =>
        run.Callback.WaitUntil(deliveries => run.Own(deliveries).Length > 0, within, test.Cancel);
}
