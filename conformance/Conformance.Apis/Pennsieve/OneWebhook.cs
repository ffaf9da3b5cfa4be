using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Engine.Webhooks;
using Conformance.Reports;

namespace Conformance.Apis.Pennsieve;

/// <summary>
/// One webhook for each run with a callback URL, and none for a run without (D2:57). That nothing more comes shows at a
/// barrier: the webhook of a run that was started later.
/// </summary>
internal static class OneWebhook
{
    /// <summary>How many later runs have to be through before nothing more is expected of an earlier one.</summary>
    public const int Barriers = 2;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Every run of the whole conformance run was followed by one webhook, which came when the run had ended.</summary>
    public static async Task<Finding> ComesAtTheEnd(TestSession test)
    {
        var runs = new List<CalledRun>();
        foreach (var (says, change) in Endings.Kinds(test))
            runs.Add(await Callbacks.Start(test, says, change));
        foreach (var run in runs)
            if ((await Arrival.Of(test, run)).Otherwise is { } silent)
                return silent;
        if (await Pass(test, Barriers) is { } stuck)
            return stuck;
        return Sweep.Problem(test)
            ?? await TooEarly(test, runs[0])
            ?? Unread.Of(await test.Session.Webhooks.Receiver(), test.Session.Webhooks.Runs)
            ?? Finding.Passed(test.Session.Webhooks.Runs.Length);
    }

    /// <summary>A run without a callback URL is silent, even if an earlier one has named one.</summary>
    public static async Task<Finding> IsNotSentUnasked(TestSession test)
    {
        // The receiver is known to the target before: from now on a webhook may go astray to it.
        if (await Pass(test, 1) is { } silent)
            return silent;
        var (created, mark) = await StartSilent(test);
        var id = Runs.IdOf(test, created);
        if (id is null && mark is null)
            return Finding.Skipped(
                SkipReason.NotObservable,
                $"nothing tells the run's webhook from others: the response gives no id: {created.InWords()}"
            );
        if (await Pass(test, Barriers) is { } stuck)
            return stuck;
        var receiver = await test.Session.Webhooks.Receiver();
        var members = Callbacks.Members(test);
        var unasked = receiver
            .Callbacks.SelectMany(c => c.Deliveries)
            .Concat(receiver.Misdirected)
            .FirstOrDefault(d => CalledRun.IsAbout(d, members, id, mark));
        return unasked is null
            ? Unread.Of(receiver, test.Session.Webhooks.Runs) ?? Finding.Passed(1)
            : test.Fails("a run without a callback URL", "no webhook", $"{unasked.InWords()} at {unasked.Target}");
    }

    /// <summary>With a context as a mark, where the target takes one without a URL.</summary>
    private static async Task<(Exchange Created, string? Mark)> StartSilent(TestSession test)
    {
        var mark = Callbacks.Token(test);
        var marked = Silent().With(test.MemberOf(Callbacks.Context), Callbacks.Mark(mark));
        var created = await test.Send(marked, "a run without a callback URL");
        if (created.IsAccepted())
            return (created, mark);
        var bare = await test.Arrange(
            Silent().Without(test.MemberOf(Callbacks.Context)),
            "a run without a callback URL and without a context"
        );
        return (bare, null);

        RequestDraft Silent() => Runs.Fresh(test).Without(test.MemberOf(Callbacks.Url));
    }

    /// <summary>Starts so many later runs, one after the other, and waits for the webhook of each.</summary>
    /// <returns>What is to be said where one does not come.</returns>
    public static async Task<Finding?> Pass(TestSession test, int barriers)
    {
        for (var n = 0; n < barriers; n++)
        {
            var later = await Callbacks.Start(test, "a later run with a callback URL");
            if ((await Arrival.Of(test, later)).Otherwise is { } silent)
                return silent;
        }
        return null;
    }

    /// <summary>
    /// A run that is still under way when the webhooks of later ones have arrived had its own too early. A status that is
    /// written some time after the webhook is not held against the target: it is asked for until a deadline has passed.
    /// </summary>
    private static async Task<Finding?> TooEarly(TestSession test, CalledRun run)
    {
        var desk = test.Session.Webhooks;
        var status = await Arrival.StatusOf(test, run);
        var (pause, waited) = (FirstPause, TimeSpan.Zero);
        for (; Silence.IsUnderWay(status) && waited < desk.Deadline; pause *= 2)
        {
            pause = pause < desk.Deadline - waited ? pause : desk.Deadline - waited;
            await Task.Delay(pause, desk.Time, test.Cancel);
            waited += pause;
            status = await Arrival.StatusOf(test, run);
        }
        return Silence.IsUnderWay(status)
            ? Shown.Fails(
                test,
                "a run with a callback URL",
                "its webhook when it has ended",
                $"the webhook, while the run is still shown as {status}",
                run,
                run.Own(run.Callback.Deliveries)
            )
            : null;
    }
}
