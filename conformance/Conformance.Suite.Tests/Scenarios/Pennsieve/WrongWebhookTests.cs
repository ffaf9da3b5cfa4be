using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Reference.Pennsieve;
using Delivery = Conformance.Reference.Pennsieve.Delivery;

namespace Conformance.Suite.Tests.Scenarios.Pennsieve;

/// <summary>Targets that call back wrongly.</summary>
public sealed class WrongWebhookTests
{
    private static readonly PennsieveBehaviour Correct = PennsieveBehaviour.Correct;

    private static readonly ImmutableArray<Lie> Lies =
    [
        new(
            "calls back only when a run has succeeded",
            () => Correct with { OnEnded = o => o.Run.Status == RunStatus.Succeeded ? AtTheEnd(o) : [] },
            "webhook/failed-run",
            "webhook/canceled-run",
            "webhook/one-at-the-end"
        )
        {
            IsSilent = true,
        },
        new(
            "calls a success whatever ended",
            () => Correct with { WriteWebhook = (w, run) => Written(w, run with { Status = RunStatus.Succeeded }) },
            "webhook/failed-run",
            "webhook/canceled-run"
        ),
        new(
            "calls back at the beginning as well",
            () => Correct with { OnStarted = AtTheEnd },
            "webhook/one-at-the-end",
            "webhook/status",
            "webhook/failed-run",
            "webhook/canceled-run"
        ),
        new(
            "calls back twice, with another context",
            () => Correct with { OnEnded = o => [.. AtTheEnd(o), .. AtTheEnd(o).Select(WithoutContext)] },
            "webhook/one-at-the-end"
        ),
        new(
            "calls the last one who asked for runs that nobody asked about",
            () =>
                Correct with
                {
                    OnEnded = o =>
                        o.Run.Parameters.CallbackUrl is null && o.LastCallbackUrl is { } last
                            ? [new Delivery(last, o.Run)]
                            : AtTheEnd(o),
                },
            "webhook/none-without-url"
        ),
        new(
            "PUTs its webhooks",
            () => Correct with { FinishWebhook = w => w with { Method = "PUT" } },
            "webhook/one-at-the-end"
        ),
        new("forgets contexts", () => Correct with { EchoContext = _ => default }, "webhook/context-unchanged"),
        new(
            "makes contexts up",
            () => Correct with { EchoContext = c => c.ValueKind == JsonValueKind.Undefined ? Json("{}") : c },
            "webhook/context-unchanged"
        ),
        new(
            "writes contexts as text",
            () => Correct with { EchoContext = c => Changed(c, text => JsonSerializer.Serialize(text)) },
            "webhook/context-unchanged"
        ),
        new(
            "leaves nulls out of contexts",
            () =>
                Correct with
                {
                    EchoContext = c =>
                        Changed(c, text => text.Replace("\"nothing\":null,", "", StringComparison.Ordinal)),
                },
            "webhook/context-unchanged"
        ),
        new(
            "lowers the case of contexts",
            () =>
                Correct with
                {
                    EchoContext = c => Changed(c, text => text.Replace("Zürich", "zürich", StringComparison.Ordinal)),
                },
            "webhook/context-unchanged"
        ),
        new(
            "rounds the numbers of contexts",
            () =>
                Correct with
                {
                    EchoContext = c => Changed(c, text => text.Replace("-2.5", "-2", StringComparison.Ordinal)),
                },
            "webhook/context-unchanged"
        ),
        new("does not sign", () => Correct with { Sign = (_, _) => [] }, "webhook/signed", "webhook/signature-valid"),
        new(
            "signs for another service",
            () => Correct with { Sign = (w, s) => WebhookSigner.Sign(w, s with { Service = "execute-api" }) },
            "webhook/signature-valid"
        ),
        new(
            "signs with another key",
            () =>
                Correct with
                {
                    Sign = (w, s) => WebhookSigner.Sign(w, s with { Credentials = new("AKIDREFERENCE", "other") }),
                },
            "webhook/signature-valid"
        ),
        new(
            "signs another body",
            () => Correct with { Sign = (w, s) => WebhookSigner.Sign(w with { Body = default }, s) },
            "webhook/signature-valid"
        ),
        new(
            "signs at another time",
            () => Correct with { Sign = (w, s) => WebhookSigner.Sign(w, s with { Time = new Late() }) },
            "webhook/signature-valid"
        ),
    ];

    public static IEnumerable<TheoryDataRow<string>> Rows => Lie.Rows(Lies);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task ATargetIsSeenThroughThat(string lie) => Lie.IsSeenThrough(Lies, lie, "webhook/*", "modes/*");

    private static IEnumerable<Delivery> AtTheEnd(WebhookOccasion occasion) => WebhookOccasion.AtTheEnd(occasion);

    private static void Written(Utf8JsonWriter writer, WorkflowRun run) => Correct.WriteWebhook(writer, run);

    private static Delivery WithoutContext(Delivery delivery) =>
        delivery with
        {
            Run = delivery.Run with { Parameters = delivery.Run.Parameters with { Context = default } },
        };

    private static JsonElement Json(string text) => JsonElement.Parse(text);

    private static JsonElement Changed(JsonElement context, Func<string, string> change) =>
        context.ValueKind == JsonValueKind.Undefined ? context : Json(change(context.GetRawText()));

    private sealed class Late : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - TimeSpan.FromHours(2);
    }
}
