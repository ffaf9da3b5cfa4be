using System.Collections.Concurrent;
using System.Text.Json;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>What a run leaves behind for the next one, or takes from the one that is under way.</summary>
internal static class SharedRuns
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
                "KeepsLabelsOnAConnection",
                "labels a run without a label like the run before it on the same connection",
                ["label/default"],
                KeepsLabels
            )
            .AlsoBreaking("label/*"),
        Row(
                "CallsBackWhereTheLatestRunDoes",
                "calls back where the latest run of the instance asked for, whichever run ends",
                ["concurrency/own-webhooks"],
                CallsBackWhereTheLatestDoes
            )
            .EndingRunsAfter(0.25)
            .ConfiguredBy(WaitsShortly)
            .AlsoBreaking("webhook/*"),
    ];

    private static PennsieveBehaviour KeepsLabels()
    {
        var labels = new ConcurrentDictionary<string, string>();
        return Correct with
        {
            ReadBody = request =>
            {
                var body = Correct.ReadBody(request);
                if (body.Rejection is not null)
                    return body;
                if (body.Object.TryGetProperty("name", out var label))
                {
                    if (label.ValueKind == JsonValueKind.String)
                        labels[request.Connection] = label.GetRawText();
                    return body;
                }
                return labels.TryGetValue(request.Connection, out var before)
                    ? body with
                    {
                        Object = body.Object.WithTexts(members => members.Append($"\"name\":{before}")),
                    }
                    : body;
            },
        };
    }

    private static PennsieveBehaviour CallsBackWhereTheLatestDoes()
    {
        var urls = new ConcurrentDictionary<string, Uri>();
        return Correct with
        {
            OnStarted = occasion =>
            {
                if (occasion.Run.Parameters.CallbackUrl is { } url)
                    urls[occasion.Run.InstanceId] = url;
                return [];
            },
            OnEnded = occasion =>
                AtTheEnd(occasion).Select(delivery => delivery with { Url = urls[occasion.Run.InstanceId] }),
        };
    }
}
