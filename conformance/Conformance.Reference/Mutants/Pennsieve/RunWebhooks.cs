using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Webhooks that come too often, too seldom, too early or with another message.</summary>
internal static class RunWebhooks
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Sends(
                "CallsBackOnSuccessAlone",
                "calls back only when a run has succeeded",
                ["webhook/failed-run", "webhook/canceled-run"],
                occasion => occasion.Run.Status == RunStatus.Succeeded ? AtTheEnd(occasion) : []
            )
            .ConfiguredBy(WaitsShortly)
            .AlsoBreaking("webhook/one-at-the-end"),
        Sends("NeverCallsBack", "never calls back", ["webhook/one-at-the-end"], _ => [])
            .ConfiguredBy(HardlyWaits)
            .EndingRunsAtOnce()
            .AlsoBreaking("webhook/*"),
        TellsStatus(
            "CallsEveryEndASuccess",
            "calls a success whatever ended",
            ["webhook/failed-run", "webhook/canceled-run"],
            _ => RunStatus.Succeeded
        ),
        TellsStatus(
            "SpellsCanceledWithTwoLs",
            "spells CANCELED with two Ls",
            ["webhook/canceled-run"],
            status => status == RunStatus.Canceled ? "CANCELLED" : status
        ),
        TellsStatus(
            "WritesStatusInLowercase",
            "writes the status in lowercase",
            ["webhook/status"],
            status => status.ToLowerInvariant()
        ),
        Row(
                "CallsBackAtTheBeginning",
                "calls back at the beginning as well",
                ["webhook/one-at-the-end"],
                () => Correct with { OnStarted = AtTheEnd }
            )
            .AlsoBreaking("webhook/*"),
        Sends(
                "SendsCompletionTwice",
                "calls back twice, the second time without the context",
                ["webhook/one-at-the-end"],
                occasion => [.. AtTheEnd(occasion), .. AtTheEnd(occasion).Select(WithoutContext)]
            )
            .AlsoBreaking("webhook/*"),
        Sends(
                "CallsBackForOthers",
                "calls the last one who asked for runs that nobody asked about",
                ["webhook/none-without-url"],
                occasion =>
                    occasion.Run.Parameters.CallbackUrl is null && occasion.LastCallbackUrl is { } last
                        ? [new Delivery(last, occasion.Run)]
                        : AtTheEnd(occasion)
            )
            .AlsoBreaking("webhook/*"),
        Row(
                "PutsWebhooks",
                "sends its webhooks with PUT",
                ["webhook/one-at-the-end"],
                () => Correct with { FinishWebhook = webhook => webhook with { Method = "PUT" } }
            )
            .AlsoBreaking("webhook/*"),
    ];

    /// <summary>Other webhooks at the end of a run.</summary>
    private static Mutant Sends(
        string name,
        string says,
        ImmutableArray<string> breaks,
        Func<WebhookOccasion, IEnumerable<Delivery>> sends
    ) => Row(name, says, breaks, () => Correct with { OnEnded = sends });

    /// <summary>The webhook tells another status.</summary>
    private static Mutant TellsStatus(
        string name,
        string says,
        ImmutableArray<string> breaks,
        Func<string, string> status
    ) =>
        Row(
                name,
                says,
                breaks,
                () =>
                    Correct with
                    {
                        WriteWebhook = (writer, run) =>
                            Correct.WriteWebhook(writer, run with { Status = status(run.Status) }),
                    }
            )
            .AlsoBreaking("webhook/*");

    private static Delivery WithoutContext(Delivery delivery) =>
        delivery with
        {
            Run = delivery.Run with { Parameters = delivery.Run.Parameters with { Context = default } },
        };
}
