using System.Globalization;
using System.Text;
using System.Text.Json;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Pennsieve.PennsieveTwists;
using static Conformance.Reference.Variants.Pennsieve.PennsieveVariant;

namespace Conformance.Reference.Variants.Pennsieve;

/// <summary>When webhooks come, and what they look like.</summary>
internal static class CallbackForms
{
    public static readonly ImmutableArray<Variant> Rows =
    [
        Row("CallsBackBeforeItResponds", "calls back before it responds", "D2:57", () => Correct)
            .SetUp(right => right with { RunDelay = TimeSpan.Zero }),
        Row(
            "DeliversEveryWebhookTwice",
            "delivers every webhook twice",
            "R20",
            () => Correct with { OnEnded = occasion => [.. AtTheEnd(occasion), .. AtTheEnd(occasion)] }
        ),
        Echoes(
            "GivesNullWhereThereIsNoContext",
            "gives webhooks a null where there is no context",
            context => context.ValueKind == JsonValueKind.Undefined ? JsonElement.Parse("null") : context
        ),
        Echoes(
            "ForgetsEmptyContexts",
            "forgets empty contexts",
            context => context.ValueKind == JsonValueKind.Object && !context.EnumerateObject().Any() ? default : context
        ),
        Row(
            "ReadsNumbersOfContextsIntoDoubles",
            "reads the numbers of contexts into doubles, as readers of JSON do that know no others",
            "R72",
            () => Contexts(json => JsonTokens.WithNumbers(json, AsDouble))
        ),
        Row(
                "WritesWebhooksItsOwnWay",
                "writes webhooks its own way",
                "convention",
                () => Correct with { WriteWebhook = Enveloped }
            )
            .ConfiguredBy(
                Conventions(
                    "webhookStatusMember: detail.state, webhookRunMember: detail.run, webhookContextMember: echo"
                )
            ),
        Row(
            "PutsContextsWhereNobodyLooks",
            "puts the context of a webhook into a member that nobody has named",
            "D2: no webhook body",
            () => Correct with { WriteWebhook = WithContextElsewhere }
        ),
        Row(
            "AsksForTheReceiver",
            "asks with OPTIONS whether there is a receiver before it calls back",
            "RFC 9110, 9.2.1",
            AsksAtTheBeginning
        ),
        Row(
            "SignsTheAuthority",
            "signs the authority of a webhook in place of its host, as clients of HTTP/2 do",
            "RFC 9113, 8.3.1",
            () => Correct with { Sign = WebhookSigner.SignAuthority }
        ),
    ];

    /// <summary>A context that is none comes back in another way.</summary>
    private static Variant Echoes(string name, string says, Func<JsonElement, JsonElement> echo) =>
        Row(name, says, "R20", () => Correct with { EchoContext = echo });

    private static string AsDouble(string number) =>
        double.Parse(number, CultureInfo.InvariantCulture) is var value && double.IsFinite(value)
            ? value.ToString("R", CultureInfo.InvariantCulture)
            : "null";

    private static void Enveloped(Utf8JsonWriter writer, WorkflowRun run)
    {
        writer.WriteStartObject("detail");
        writer.WriteString("run", $"run/{run.Id}");
        writer.WriteString("state", run.Status);
        writer.WriteEndObject();
        WriteEcho(writer, run.Parameters.Context);
    }

    private static void WriteEcho(Utf8JsonWriter writer, JsonElement context)
    {
        if (context.ValueKind == JsonValueKind.Undefined)
            return;
        writer.WritePropertyName("echo");
        context.WriteTo(writer);
    }

    private static void WithContextElsewhere(Utf8JsonWriter writer, WorkflowRun run)
    {
        Correct.WriteWebhook(writer, run with { Parameters = run.Parameters with { Context = default } });
        WriteEcho(writer, run.Parameters.Context);
    }

    private static PennsieveBehaviour AsksAtTheBeginning() =>
        Correct with
        {
            OnStarted = AtTheEnd,
            FinishWebhook = webhook =>
                Encoding.UTF8.GetString(webhook.Body.Span).Contains(RunStatus.Started, StringComparison.Ordinal)
                    ? webhook with
                    {
                        Method = "OPTIONS",
                        Body = default,
                    }
                    : webhook,
        };
}
