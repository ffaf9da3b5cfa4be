using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Engine.Webhooks;

namespace Conformance.Apis.Pennsieve;

/// <summary>Looks at everything that has arrived in the run so far.</summary>
internal static class Sweep
{
    private const string Expected = "one webhook, POSTed when the run has ended";

    /// <summary>
    /// The first run of all that was not followed by one webhook alone. The same webhook again is at-least-once delivery,
    /// which is allowed; what a disturbed callback provokes is ignored.
    /// </summary>
    public static Finding? Problem(TestSession test)
    {
        foreach (var run in test.Session.Webhooks.Runs.Where(r => r.IsAccepted && !r.IsDisturbed))
        {
            var own = run.Own(run.Callback.Deliveries);
            if (own.FirstOrDefault(d => DeliveryChecks.IsPosted(d).Problem is not null) is { } other)
                return Fails(test, DeliveryChecks.IsPosted(other).Problem!, run, other);
            if (own.FirstOrDefault(d => Silence.IsUnderWay(d.Text(run.Members.Status))) is { } early)
                return Fails(test, $"a webhook that says {early.Text(run.Members.Status)}", run, early);
            if (own.Where(d => !d.IsTruncated).Distinct() is { Length: > 1 } several)
                return Fails(test, $"{several.Length} that say different things", run, [.. several]);
        }
        return null;
    }

    private static Finding Fails(TestSession test, string actual, CalledRun run, params Delivery[] webhooks) =>
        Shown.Fails(test, "a run with a callback URL", Expected, actual, run, webhooks) with
        {
            Cases = test.Session.Webhooks.Runs.Length,
        };
}
