using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;
using Conformance.Reports;

namespace Conformance.Suite.Tests.Scenarios.Pennsieve;

/// <summary>Targets that follow another reading of the document, and are right as well.</summary>
public sealed class DefensibleTargetTests
{
    private static readonly PennsieveBehaviour Correct = PennsieveBehaviour.Correct;

    private sealed record Target(string Says, Func<PennsieveBehaviour> Is)
    {
        public PennsieveOptions SetUp { get; init; } = new();

        public ImmutableArray<(string Name, string Value)> Conventions { get; init; } = [];

        public ImmutableArray<string> NotJudged { get; init; } = [];
    }

    private static readonly ImmutableArray<Target> Targets =
    [
        new("calls back before it answers", () => Correct) { SetUp = new() { RunDelay = TimeSpan.Zero } },
        new("delivers every webhook twice", () => Correct with { OnEnded = o => [.. AtTheEnd(o), .. AtTheEnd(o)] }),
        new(
            "gives webhooks a null where there is no context",
            () => Correct with { EchoContext = c => c.ValueKind == JsonValueKind.Undefined ? Json("null") : c }
        ),
        new(
            "forgets empty contexts",
            () =>
                Correct with
                {
                    EchoContext = c => c is { ValueKind: JsonValueKind.Object } && Members(c) == 0 ? default : c,
                }
        ),
        new("writes webhooks its own way", () => Correct with { WriteWebhook = Enveloped })
        {
            Conventions = [("webhookStatusMember", "detail.state"), ("webhookRunMember", "detail.run")],
        },
        new(
            "says little of a run",
            () => Correct with { WriteCreated = (w, run) => w.WriteString("id", run.Id), Route = WithoutReading }
        )
        {
            NotJudged =
            [
                "label/default",
                "label/given",
                "modes/find-or-create-same-instance",
                "tags/leave-the-definition-alone",
            ],
        },
        new("says nothing of a run", () => Correct with { WriteCreated = (_, _) => { } })
        {
            NotJudged = ["label/default", "label/given", "modes/find-or-create-same-instance", "runs/distinct"],
        },
        new("counts the runs of a definition", CountsRuns),
        new(
            "takes unknown nodes but for data sources",
            () => Correct with { DataTargets = NodeKeys.Any, ProcessorParams = NodeKeys.Any, Tags = NodeKeys.Any }
        ),
        new("refuses with 422", () => Correct with { Refuse = r => Correct.Refuse(r with { Status = 422 }) })
        {
            Conventions = [("refusalStatus", "409,422")],
        },
        new("takes a context only with a URL", () => Correct with { ChooseMode = NoContextAlone }),
    ];

    public static IEnumerable<TheoryDataRow<string>> Rows =>
        Targets.Select(target => new TheoryDataRow<string>(target.Says)
        {
            TestDisplayName = $"ATargetIsNotAccusedThat {target.Says}",
            Label = "",
        });

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task ATargetIsNotAccusedThat(string says)
    {
        var target = Targets.Single(t => t.Says == says);
        var conventions = target.Conventions.ToImmutableDictionary(c => c.Name, c => c.Value);
        var report = await Judging.Of(target.SetUp, target.Is(), c => c with { Conventions = conventions });
        Assert.True(report.Ids(Outcome.Failed).IsEmpty && report.Ids(Outcome.Errored).IsEmpty, report.NotPassed());
        Assert.Equal(
            target.NotJudged.Append("authentication/missing-credentials").Order(),
            report.Ids(Outcome.Skipped).Order()
        );
        Assert.Equal(0, Conclusion.Of(report).ExitCode);
    }

    private static IEnumerable<Delivery> AtTheEnd(WebhookOccasion occasion) => WebhookOccasion.AtTheEnd(occasion);

    private static JsonElement Json(string text) => JsonElement.Parse(text);

    private static int Members(JsonElement value) => value.EnumerateObject().Count();

    private static void Enveloped(Utf8JsonWriter writer, WorkflowRun run)
    {
        writer.WriteStartObject("detail");
        writer.WriteString("run", $"run/{run.Id}");
        writer.WriteString("state", run.Status);
        writer.WriteEndObject();
        if (run.Parameters.Context.ValueKind == JsonValueKind.Undefined)
            return;
        writer.WritePropertyName("echo");
        run.Parameters.Context.WriteTo(writer);
    }

    private static PennsieveRoute WithoutReading(string method, RequestTarget target, PennsieveOptions options) =>
        method == "GET"
            ? new(null, "", new Refusal(404, "NotFound", "there is no such path"))
            : Correct.Route(method, target, options);

    private static PennsieveBehaviour CountsRuns()
    {
        var reads = 0;
        return Correct with
        {
            WriteDefinition = (writer, definition) =>
            {
                Correct.WriteDefinition(writer, definition);
                writer.WriteNumber("runs", Interlocked.Increment(ref reads));
                writer.WriteString("lastTags", reads == 1 ? null : "v2");
            },
        };
    }

    private static Mode NoContextAlone(RunParameters asked) =>
        asked.CallbackUrl is null && asked.Context.ValueKind != JsonValueKind.Undefined
            ? Mode.Refused(new(400, "BadRequest", "a context is for a callback"))
            : Mode.Choose(asked);
}
