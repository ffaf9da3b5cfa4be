using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Engine.Webhooks;

namespace Conformance.Apis.Pennsieve;

/// <summary>Looks at everything that has arrived in the run so far.</summary>
public static class Sweep
{
    private const string Expected = "one webhook, POSTed when the run has ended";

    /// <summary>
    /// The first run of all that was not followed by one webhook alone. The same webhook again is at-least-once delivery,
    /// which is allowed (R20); what a disturbed callback provokes is not judged.
    /// </summary>
    public static Finding? Problem(Workbench bench)
    {
        foreach (var run in bench.Session.Webhooks.Runs.Where(r => r.IsAccepted && !r.IsDisturbed))
        {
            var own = run.Own(run.Callback.Deliveries);
            if (own.FirstOrDefault(d => DeliveryLooks.IsPosted(d).Problem is not null) is { } other)
                return Fails(bench, DeliveryLooks.IsPosted(other).Problem!, run, other);
            if (own.FirstOrDefault(d => Silence.IsUnderWay(d.Text(run.Members.Status))) is { } early)
                return Fails(bench, $"a webhook that says {early.Text(run.Members.Status)}", run, early);
            if (own.Where(d => !d.IsTruncated).Distinct() is { Length: > 1 } several)
                return Fails(bench, $"{several.Length} that say different things", run, [.. several]);
        }
        return null;
    }

    private static Finding Fails(Workbench bench, string actual, CalledRun run, params Delivery[] webhooks) =>
        Shown.Fails(bench, "a run with a callback URL", Expected, actual, run, webhooks) with
        {
            Cases = bench.Session.Webhooks.Runs.Length,
        };
}
