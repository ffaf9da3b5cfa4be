using System.Collections.Frozen;
using System.Globalization;
using Conformance.Engine.Testing;
using Conformance.Engine.Webhooks;

namespace Conformance.Apis.Pennsieve;

/// <summary>What it means that no webhook came: it is the target's fault only where nothing else can explain it.</summary>
internal static class Silence
{
    private static readonly FrozenSet<string> UnderWay = FrozenSet.ToFrozenSet(
        [
            "CREATED",
            "INITIALIZING",
            "IN_PROGRESS",
            "NOT_STARTED",
            "PENDING",
            "QUEUED",
            "RUNNING",
            "STARTED",
            "STARTING",
            "SUBMITTED",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Whether this is the status of a run that goes on. No document lists those: only the usual words count.</summary>
    public static bool IsUnderWay(string? status) => status is not null && UnderWay.Contains(status);

    /// <summary>Whether this is the status of a run that has ended (D2:57).</summary>
    public static bool IsEnd(string? status) => status is not null && DeliveryChecks.TerminalStatuses.Contains(status);

    /// <summary>Nothing at all has arrived in the whole run: the target may just not reach the receiver.</summary>
    public static Finding Of(TestSession test, WebhookReceiver receiver) =>
        Unread.Of(receiver)
        ?? Finding.Errored(
            $"no webhook at all has arrived within {Seconds(test)} s at {receiver.PublicUrl}: the target sends none, or can't "
                + "reach that address; make sure that it can (webhook.listen, webhook.publicUrl), and run again"
                + Elsewhere(receiver)
        );

    /// <summary>No webhook has arrived for this run.</summary>
    /// <param name="test">Where it is tested.</param>
    /// <param name="run">The run.</param>
    /// <param name="status">The status that the target shows for it; null where it shows none.</param>
    /// <param name="waited">How long was waited at last.</param>
    public static async Task<Finding> Of(TestSession test, CalledRun run, string? status, TimeSpan waited)
    {
        var desk = test.Session.Webhooks;
        var receiver = await desk.Receiver();
        if (!desk.IsReached)
        {
            desk.GiveUp();
            return Of(test, receiver);
        }
        if (Unread.Of(receiver) is { } overrun)
            return overrun;
        if (run.Callback.Deliveries.FirstOrDefault(d => d.Broken is not null) is { } broken)
            return Finding.Errored($"a webhook came, but {broken.Broken}");
        if (run.Callback.IsArriving)
            return Finding.Errored($"a webhook came, but its body did not arrive whole within {Seconds(test)} s");
        var within =
            waited < desk.Deadline
                ? $"within {waited.TotalSeconds:0.##} s, nor for an earlier run within {Seconds(test)} s"
                : $"within {Seconds(test)} s";
        if (IsEnd(status))
            return Fails(test, run, $"{Instead(run)}none {within}, while the run is shown as {status}");
        if (status is null && desk.IsDeadlineDeclared && waited >= desk.Deadline)
            return Fails(test, run, $"{Instead(run)}none within the {Seconds(test)} s that the configuration allows");
        var shown = status is null
            ? "and nothing shows whether the run has ended"
            : $"and the run is shown as {status}";
        return Finding.Errored(
            $"{Instead(run)}no webhook has arrived {within}, {shown}; "
                + "set webhook.deadlineSeconds to the longest that a run takes"
        );
    }

    /// <summary>What arrived in place of the webhook.</summary>
    private static string Instead(CalledRun run) =>
        run.Callback.Deliveries is [var question, ..] ? $"{question.InWords()}, and " : "";

    private static string Elsewhere(WebhookReceiver receiver)
    {
        ImmutableArray<Delivery> others = [.. receiver.Misdirected, .. receiver.Strays];
        return others is [var first, ..]
            ? $"; requests to other paths did arrive, such as {first.Method} {first.Target}"
            : "";
    }

    private static Finding Fails(TestSession test, CalledRun run, string got)
    {
        test.NoteFailure();
        return Shown.Fails(
            test,
            "a run with a callback URL",
            "a webhook when it has ended",
            got,
            run,
            run.Callback.Deliveries
        );
    }

    private static string Seconds(TestSession test) =>
        test.Session.Webhooks.Deadline.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture);
}
