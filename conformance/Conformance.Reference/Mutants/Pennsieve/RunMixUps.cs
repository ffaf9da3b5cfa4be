using System.Collections.Concurrent;
using System.Text.Json;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>What belongs to one run, instance or URL goes to another.</summary>
internal static class RunMixUps
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
                "KeysContextsByTheirBeginning",
                "keeps contexts by their first 32 characters",
                ["concurrency/own-webhooks"],
                KeysByBeginning
            )
            .AlsoBreaking("webhook/context-unchanged"),
        Row(
            "FindsConfigurationsByTheirDefinition",
            "finds an instance by the definition of its configuration alone",
            ["modes/another-configuration"],
            () =>
                Correct with
                {
                    Configurations = EqualityComparer<JsonElement>.Create(
                        (a, b) => Definition(a) == Definition(b),
                        _ => 1
                    ),
                }
        ),
        Row(
            "ShowsAnotherInstanceWhenRead",
            "shows another instance when a run is read",
            ["modes/names-the-instance"],
            () =>
                Correct with
                {
                    WriteRun = (writer, run) => Correct.WriteRun(writer, run with { InstanceId = run.Id }),
                }
        ),
        Row(
            "DropsQueriesOfCallbacks",
            "calls back without the query of a URL",
            ["webhook/url-unchanged"],
            () =>
                Correct with
                {
                    FinishWebhook = webhook => webhook with { Url = new Uri(webhook.Url.GetLeftPart(UriPartial.Path)) },
                }
        ),
        Row(
                "CallsBackForRejectedRuns",
                "calls back for runs that it has rejected, when a later one has ended",
                ["webhook/none-for-a-rejected-run"],
                CallsForRejected
            )
            // The webhook that it sends is that of the later run.
            .AlsoBreaking("webhook/*"),
    ];

    private static string? Definition(JsonElement configuration) =>
        configuration.TryGetProperty("workflowDefinitionId", out var id) ? id.ToString() : null;

    private static PennsieveBehaviour KeysByBeginning()
    {
        var kept = new ConcurrentDictionary<string, JsonElement>();
        return Correct with
        {
            EchoContext = context =>
                context.ValueKind == JsonValueKind.Object && context.GetRawText() is { Length: > 32 } text
                    ? kept.GetOrAdd(text[..32], _ => context.Clone())
                    : context,
        };
    }

    private static PennsieveBehaviour CallsForRejected()
    {
        var rejected = new ConcurrentQueue<Uri>();
        return Correct with
        {
            Handle = call =>
            {
                var response = Correct.Handle(call);
                if (response.Status >= 400 && CallbackOf(call) is { } url)
                    rejected.Enqueue(url);
                return response;
            },
            OnEnded = occasion =>
                rejected.TryDequeue(out var url)
                    ? [new Delivery(url, occasion.Run with { Status = RunStatus.Failed }), .. AtTheEnd(occasion)]
                    : AtTheEnd(occasion),
        };
    }

    private static Uri? CallbackOf(PennsieveCall call) =>
        Correct.ReadBody(call.Request) is { Rejection: null, Object: var body }
        && body.TryGetProperty("completionCallbackUrl", out var url)
        && url.ValueKind == JsonValueKind.String
        && Uri.TryCreate(url.GetString(), UriKind.Absolute, out var address)
        && address.IsLoopback
            ? address
            : null;
}
