using System.Collections.Concurrent;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Ends of runs that are told late, to some alone, or of runs that ought not to be there.</summary>
internal static class EndsOutOfStep
{
    private static readonly TimeSpan Queue = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(0.5);

    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
                "CallsBackLateForUnknownDataSources",
                "rejects data sources that it does not have, and calls back a while later that the run has failed",
                ["webhook/none-for-a-rejected-run"],
                CallsBackLate
            )
            .AlsoBreaking("webhook/*", "state/*"),
        Row(
                "ShowsConfiguredRunsAsUnderWay",
                "shows a run of an inline configuration as under way for ever",
                ["webhook/status"],
                () =>
                    Correct with
                    {
                        WriteRun = (writer, run) =>
                            Correct.WriteRun(
                                writer,
                                run.Parameters.InstanceId is null
                                    ? run with
                                    {
                                        Status = RunStatus.Started,
                                        EndedAt = null,
                                    }
                                    : run
                            ),
                    }
            )
            .AlsoBreaking("webhook/one-at-the-end"),
        // One is taken for the other delivered again.
        Row(
                "CallsBackOnceInHalfASecond",
                "calls back once for all runs of an instance that come to the same end within half a second",
                ["webhook/one-at-the-end"],
                CallsBackOnce
            )
            .ConfiguredBy(WaitsShortly)
            .AlsoBreaking("webhook/*", "concurrency/own-webhooks"),
    ];

    private static PennsieveBehaviour CallsBackLate()
    {
        static bool IsUnknown(WorkflowRun run) =>
            Correct.DataSources(run.Parameters.DataSources, Offered.Definition) is not null;
        return RejectedRun.Starting(rejected => rejected.HasUnknownDataSource) with
        {
            OutcomeOf = run => IsUnknown(run) ? RunStatus.Failed : Correct.OutcomeOf(run),
            OnEnded = occasion =>
                AtTheEnd(occasion).Select(d => IsUnknown(occasion.Run) ? d with { After = Queue } : d),
        };
    }

    private static PennsieveBehaviour CallsBackOnce()
    {
        var told = new ConcurrentDictionary<(string Instance, string Status), DateTimeOffset>();
        var telling = new Lock();
        return Correct with
        {
            OnEnded = occasion =>
            {
                var (key, now) = ((occasion.Run.InstanceId, occasion.Run.Status), occasion.Run.EndedAt!.Value);
                lock (telling)
                {
                    if (told.TryGetValue(key, out var before) && (now - before).Duration() < Window)
                        return [];
                    told[key] = now;
                }
                return AtTheEnd(occasion);
            },
        };
    }
}
