using Conformance.Engine.Behaviours.Resources;
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

    /// <summary>
    /// The webhook says how the run ended; where the run can be read, it says the same, and no more that the run goes on. Runs
    /// that the configuration makes end otherwise are looked at as well, where their webhooks come.
    /// </summary>
    public static async Task<Finding> AreTold(TestSession test)
    {
        var observations = new List<Observation>();
        var told = 0;
        var kinds = Kinds(test).Take(test.Session.Profile.Rounds > 1 ? int.MaxValue : 2);
        foreach (var (says, change) in kinds)
        {
            test.BeginCase();
            var run = await Callbacks.Start(test, says, change);
            // Read while it goes on: a target may keep what it has shown once.
            await Arrival.StatusOf(test, run);
            var (webhook, otherwise) = await Arrival.Of(test, run);
            if (webhook is null && told == 0)
                return otherwise!;
            if (webhook is null)
                continue;
            if (Problem(test, run, webhook) is { } problem)
                return problem;
            if (await ShownAlike(test, says, run, webhook, observations) is { } contradiction)
                return contradiction;
            told++;
        }
        return Finding.Passed(told) with { Observations = [.. observations] };
    }

    /// <summary>An ordinary run with a callback, and those of other ends that the configuration knows.</summary>
    public static IEnumerable<(string Says, Func<RequestDraft, RequestDraft>? Change)> Kinds(TestSession test)
    {
        yield return ("a run with a callback URL", null);
        foreach (var fixture in new[] { Failing, Canceled })
            if (test.Session.Fixtures.For(fixture) is not null)
                yield return ($"a run with a callback URL, as {fixture} says", r => With(test, r, fixture));
    }

    /// <summary>
    /// What the run shows once its webhook is there. A run that a read still shows as under way, a moment longer than reads
    /// are given elsewhere, has not ended, and its webhook says what is not so.
    /// </summary>
    private static async Task<Finding?> ShownAlike(
        TestSession test,
        string says,
        CalledRun run,
        Delivery webhook,
        List<Observation> observations
    )
    {
        if (await Runs.ReadBack(test, run.Id) is not { } first)
            return null;
        var tries = 0;
        var (last, waited) = await Lag.Wait(
            test,
            async () => tries++ == 0 ? first : await Runs.ReadBack(test, run.Id) ?? first,
            read => !Silence.IsUnderWay(StatusIn(test, read))
        );
        var (told, shown) = (webhook.Text(run.Members.Status)!, StatusIn(test, last));
        if (Silence.IsUnderWay(shown))
            return Shown.Fails(
                test,
                says,
                $"the run to be shown as {told}, as its webhook says",
                $"{shown}, and still so {waited.TotalSeconds:0.#} s after the webhook",
                run,
                webhook
            );
        if (waited > TimeSpan.Zero)
            observations.Add(
                test.Observe("lag", "", says, $"its end is shown {waited.TotalSeconds:0.#} s after the webhook")
            );
        return Silence.IsEnd(shown) && shown != told
            ? Shown.Fails(test, "a run that has ended", $"{shown}, as it is shown", told, run, webhook)
            : null;
    }

    private static string? StatusIn(TestSession test, Exchange read) =>
        RunResponses.Text(test, read, "responseStatusMember");

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
