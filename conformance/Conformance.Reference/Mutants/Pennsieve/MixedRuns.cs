using System.Collections.Concurrent;
using System.Text.Json;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Runs that get what belongs to another run: both under way at once, or one after the other on one connection.</summary>
internal static class MixedRuns
{
    private static readonly TimeSpan TickOfTheClock = TimeSpan.FromMilliseconds(100);

    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
                "NamesTheLatestInstance",
                "names the instance of the latest inline configuration whatever instance a request names",
                ["modes/names-the-instance"],
                NamesTheLatestInstance
            )
            .AlsoBreaking("modes/*"),
        Mixes(
                "NamesTheLatestRunInWebhooks",
                "names the run that began last in the webhook of any run",
                () => Remembering(_ => "", run => run.Id, (run, id) => run with { Id = id })
            )
            .EndingRunsAfter(0.2),
        // A clock that ticks as seldom as that of some systems.
        Mixes(
                "MixesContextsOfOneTick",
                "keeps contexts by the time of a run's beginning, on a clock that ticks ten times in a second",
                () =>
                    Remembering(
                        run => $"{run.StartedAt.Ticks / TickOfTheClock.Ticks}",
                        run => run.Parameters.Context,
                        (run, context) => run.WithContext(context)
                    )
            )
            .EndingRunsAfter(0.2),
        Mixes(
                "SharesContextsOfRunsUnderWay",
                "keeps one context for all runs of an instance that are under way",
                () =>
                    Remembering(
                        run => run.InstanceId,
                        run => run.Parameters.Context,
                        (run, context) => run.WithContext(context)
                    )
            )
            .EndingRunsAfter(0.3),
        Row(
                "CallsBackWhereTheConnectionDidBefore",
                "calls back for a run without a URL where an earlier run of the same connection called back",
                ["webhook/none-without-url"],
                CallsBackAsBefore
            )
            .AlsoBreaking("webhook/*", "concurrency/*"),
    ];

    private static Mutant Mixes(string name, string says, Func<PennsieveBehaviour> behaviour) =>
        Row(name, says, ["concurrency/own-webhooks"], behaviour).AlsoBreaking("webhook/*");

    /// <summary>What a run has is kept under a key at its beginning, and its webhook tells what is kept there at its end.</summary>
    private static PennsieveBehaviour Remembering<T>(
        Func<WorkflowRun, string> key,
        Func<WorkflowRun, T> has,
        Func<WorkflowRun, T, WorkflowRun> tell
    )
    {
        var kept = new ConcurrentDictionary<string, T>();
        return Correct with
        {
            OnStarted = occasion =>
            {
                kept[key(occasion.Run)] = has(occasion.Run);
                return [];
            },
            WriteWebhook = Telling(run => tell(run, kept[key(run)])),
        };
    }

    private static PennsieveBehaviour NamesTheLatestInstance()
    {
        string? latest = null;
        return Correct with
        {
            WriteCreated = (writer, run) =>
            {
                if (run.Parameters.InstanceId is null)
                    Volatile.Write(ref latest, run.InstanceId);
                Correct.WriteCreated(writer, run with { InstanceId = Volatile.Read(ref latest) ?? run.InstanceId });
            },
        };
    }

    private static PennsieveBehaviour CallsBackAsBefore()
    {
        const string name = "completionCallbackUrl";
        var urls = new ConcurrentDictionary<string, string>();
        return Correct with
        {
            ReadBody = request =>
            {
                var body = Correct.ReadBody(request);
                if (body.Rejection is not null)
                    return body;
                if (body.Object.TryGetProperty(name, out var url))
                    urls[request.Connection] = url.GetRawText();
                return !urls.TryGetValue(request.Connection, out var before)
                    ? body
                    : body with
                    {
                        Object = body.Object.WithTexts(members =>
                            members.Prepend($"{JsonSerializer.Serialize(name)}:{before}")
                        ),
                    };
            },
        };
    }
}
