using System.Collections.Frozen;
using System.Globalization;
using Conformance.Suite.Proving;
using Conformance.Suite.Webhooks;

namespace Conformance.Suite.Scenarios.Pennsieve;

/// <summary>What it means that no webhook came: it is the target's fault only where nothing else can explain it.</summary>
public static class Silence
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
    public static bool IsEnd(string? status) => status is not null && DeliveryLooks.TerminalStatuses.Contains(status);

    /// <summary>Nothing at all has arrived in the whole run: the target may just not reach the receiver.</summary>
    public static Finding Of(Workbench bench, WebhookReceiver receiver) =>
        Finding.Errored(
            $"no webhook at all has arrived within {Seconds(bench)} s at {receiver.PublicUrl}: the target sends none, or can't "
                + "reach that address; make sure that it can (webhook.listen, webhook.publicUrl), and run again"
        );

    /// <summary>Nothing has arrived for this run.</summary>
    /// <param name="bench">Where it is proved.</param>
    /// <param name="run">The run.</param>
    /// <param name="status">The status that the target shows for it; null where it shows none.</param>
    public static async Task<Finding> Of(Workbench bench, CalledRun run, string? status)
    {
        var desk = bench.Session.Webhooks;
        if (!desk.IsReached)
        {
            desk.GiveUp();
            return Of(bench, await desk.Receiver());
        }
        if (run.Callback.Deliveries.FirstOrDefault(d => d.Broken is not null) is { } broken)
            return Finding.Errored($"a webhook came, but {broken.Broken}");
        if (IsEnd(status))
            return Fails(bench, $"none within {Seconds(bench)} s, while the run is shown as {status}");
        if (status is null && desk.IsDeadlineDeclared)
            return Fails(bench, $"none within the {Seconds(bench)} s that the configuration allows");
        var shown = status is null
            ? "and nothing shows whether the run has ended"
            : $"and the run is shown as {status}";
        return Finding.Errored(
            $"no webhook has arrived within {Seconds(bench)} s, {shown}; "
                + "set webhook.deadlineSeconds to the longest that a run takes"
        );
    }

    private static Finding Fails(Workbench bench, string got) =>
        bench.Fails("a run with a callback URL", "a webhook when it has ended", got);

    private static string Seconds(Workbench bench) =>
        bench.Session.Webhooks.Deadline.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture);
}
