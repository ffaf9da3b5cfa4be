using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Engine.Webhooks;
using Conformance.Reports;

namespace Conformance.Apis.Pennsieve;

/// <summary>What a webhook says of the run's end: SUCCEEDED, FAILED or CANCELED (D2:57).</summary>
internal static class Endings
{
    /// <summary>Name of the fixture that makes a run end FAILED.</summary>
    public const string Failing = "failingRun";

    /// <summary>Name of the fixture that makes a run end CANCELED.</summary>
    public const string Canceled = "canceledRun";

    /// <summary>The webhook says how the run ended; where the run can be read, it says the same.</summary>
    public static async Task<Finding> AreTold(TestSession test)
    {
        var run = await Callbacks.Start(test, "a run with a callback URL");
        var (webhook, otherwise) = await Arrival.Of(test, run);
        if (webhook is null)
            return otherwise!;
        if (Problem(test, run, webhook) is { } problem)
            return problem;
        var told = webhook.Text(run.Members.Status)!;
        var shown = await Arrival.StatusOf(test, run);
        return Silence.IsEnd(shown) && shown != told
            ? Shown.Fails(test, "a run that has ended", $"{shown}, as it is shown", told, run, webhook)
            : Finding.Passed(1);
    }

    /// <summary>A run that the configuration makes end like this is told as such.</summary>
    public static Func<TestSession, Task<Finding>> AreToldAs(string status, string fixture) =>
        async test =>
        {
            // By itself the silence of a run that fails would show nothing but that nobody calls.
            var ordinary = await Callbacks.Start(test, "a run with a callback URL");
            if ((await Arrival.Of(test, ordinary)).Otherwise is { } silent)
                return silent;
            var says = $"a run that ends {status}, with a callback URL";
            var run = await Callbacks.Start(test, says, r => With(test, r, fixture));
            var (webhook, otherwise) = await Arrival.Of(test, run);
            if (webhook is null)
                return otherwise!;
            if (Problem(test, run, webhook) is { } problem)
                return problem;
            if (webhook.Text(run.Members.Status) is var told && told == status)
                return Finding.Passed(1);
            var shown = await Arrival.StatusOf(test, run);
            return Silence.IsEnd(shown) && shown == told
                ? Finding.Skipped(
                    SkipReason.NotIsolated,
                    $"the run ended {shown}, not {status}; correct the fixture {fixture}"
                )
                : Shown.Fails(test, says, $"a webhook that says {status}", told!, run, webhook);
        };

    /// <summary>The request with what the configuration says makes it end so.</summary>
    public static RequestDraft With(TestSession test, RequestDraft request, string fixture) =>
        request.Changed(fixture, test.Session.Fixtures.For(fixture)!);

    private static Finding? Problem(TestSession test, CalledRun run, Delivery webhook)
    {
        var look = DeliveryChecks.IsTerminal(webhook, run.Members.Status);
        if (!look.IsShown)
            return Unread.Of(webhook)
                ?? Finding.Skipped(
                    SkipReason.MissingFixture,
                    $"the webhook has no {run.Members.Status}: {webhook.InWords()}; "
                        + "name the member that holds the status with the convention webhookStatusMember"
                );
        return look.Problem is { } problem
            ? Shown.Fails(test, "the webhook of a run", "SUCCEEDED, FAILED or CANCELED", problem, run, webhook)
            : null;
    }
}
