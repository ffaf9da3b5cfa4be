using System.Collections.Concurrent;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Webhooks and the states of runs that are out of step, or that come when nobody expects them any more.</summary>
internal static class WebhookTimes
{
    private static readonly TimeSpan TimeLimitOfRuns = TimeSpan.FromSeconds(0.3);

    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
                "CallsBackLongBeforeTheEnd",
                "calls back with the end of a run 2.5 s before the run ends",
                ["webhook/status"],
                () => Correct with { OnStarted = occasion => AtTheEnd(occasion).Select(Ended), OnEnded = _ => [] }
            )
            .EndingRunsAfter(2.5)
            .AlsoBreaking("webhook/*"),
        Row(
                "CallsBackForUnreadyLayers",
                "rejects a layer that is not ready, and calls back that the run has failed",
                ["webhook/none-for-a-rejected-run"],
                () =>
                    RejectedRun.Starting(rejected => rejected.HasUnreadyLayer) with
                    {
                        OutcomeOf = run =>
                            RejectedRun.IsUnready(run.Parameters) ? RunStatus.Failed : Correct.OutcomeOf(run),
                    }
            )
            .AlsoBreaking("webhook/*", "state/*"),
        Row(
                "ShowsCanceledRunsAsUnderWay",
                "shows a canceled run as under way for ever",
                ["webhook/status"],
                () =>
                    Correct with
                    {
                        WriteRun = (writer, run) =>
                            Correct.WriteRun(
                                writer,
                                run.Status == RunStatus.Canceled
                                    ? run with
                                    {
                                        Status = RunStatus.Started,
                                        EndedAt = null,
                                    }
                                    : run
                            ),
                    }
            )
            .AlsoBreaking("webhook/canceled-run"),
        Row(
                "RemembersTheFirstReadOfARun",
                "shows a run for ever as it was when it was first read",
                ["webhook/status"],
                RemembersReads
            )
            .EndingRunsAfter(0.5)
            .AlsoBreaking("webhook/*"),
        // The watch over its time is never called off.
        Row(
                "CallsFinishedRunsBackAsFailed",
                "calls back a while after a run has succeeded that it has failed",
                ["webhook/one-at-the-end"],
                () => Correct with { OnEnded = WithTimeLimit }
            )
            .AlsoBreaking("webhook/*", "concurrency/*"),
        Row(
                "ForgetsRunsWhenAnotherBegins",
                "never calls back for a run during which another one of its instance begins",
                ["concurrency/own-webhooks"],
                WatchesTheLatestRunAlone
            )
            .EndingRunsAfter(0.15)
            .ConfiguredBy(WaitsShortly)
            .AlsoBreaking("webhook/*"),
    ];

    private static Delivery Ended(Delivery delivery) =>
        delivery with
        {
            Run = delivery.Run with { Status = Correct.OutcomeOf(delivery.Run) },
        };

    private static IEnumerable<Delivery> WithTimeLimit(WebhookOccasion occasion)
    {
        foreach (var delivery in AtTheEnd(occasion))
        {
            yield return delivery;
            if (delivery.Run.Status == RunStatus.Succeeded)
                yield return delivery with
                {
                    After = TimeLimitOfRuns,
                    Run = delivery.Run with { Status = RunStatus.Failed },
                };
        }
    }

    private static PennsieveBehaviour RemembersReads()
    {
        var read = new ConcurrentDictionary<string, WorkflowRun>();
        return Correct with { WriteRun = (writer, run) => Correct.WriteRun(writer, read.GetOrAdd(run.Id, run)) };
    }

    private static PennsieveBehaviour WatchesTheLatestRunAlone()
    {
        var latest = new ConcurrentDictionary<string, string>();
        return Correct with
        {
            OnStarted = occasion =>
            {
                latest[occasion.Run.InstanceId] = occasion.Run.Id;
                return [];
            },
            OnEnded = occasion => latest[occasion.Run.InstanceId] == occasion.Run.Id ? AtTheEnd(occasion) : [],
        };
    }
}
