using System.Collections.Concurrent;
using System.Text.Json;
using Conformance.Reference.Pennsieve;
using Conformance.Reports;

namespace Conformance.Apis.Tests.Pennsieve;

/// <summary>Faults that show only in some combination, order or position.</summary>
public sealed class RunFaultTests
{
    private static readonly PennsieveBehaviour Correct = PennsieveBehaviour.Correct;

    private static readonly Dictionary<string, (string Fails, Func<PennsieveBehaviour> Behaviour)> Faults = new()
    {
        ["makes labels for runs of instances alone"] = (
            "label/default",
            () => Writing(r => IsInline(r) && r.Parameters.Label is null ? r with { Label = null } : r)
        ),
        ["keeps labels of runs of instances alone"] = (
            "label/given",
            () => Writing(r => IsInline(r) ? r with { Label = null } : r)
        ),
        ["labels runs with tags itself"] = (
            "label/given",
            () =>
                Writing(r => r.Parameters.Tags.ValueKind == JsonValueKind.Object ? r with { Label = $"run-{r.Id}" } : r)
        ),
        ["keeps labels in ASCII"] = (
            "label/given",
            () => Correct with { LabelOf = (l, id) => l is null ? $"run-{id}" : string.Concat(l.Where(char.IsAscii)) }
        ),
        ["looks at the last data source"] = (
            "nodes/unknown-data-source",
            () => Correct with { DataSources = LastIsKnown }
        ),
        ["looks at the first and the last data source"] = (
            "nodes/unknown-data-source",
            () => Correct with { DataSources = EndsAreKnown }
        ),
        ["takes any node for a data source"] = (
            "nodes/unknown-data-source",
            () => Correct with { DataSources = IsAnyNode }
        ),
        ["takes ids that begin as a known one"] = (
            "nodes/unknown-data-source",
            () => Correct with { DataSources = BeginsAsKnown }
        ),
        ["takes layers that begin as a known one"] = (
            "layers/unknown",
            () =>
                Correct with
                {
                    MountLayer = (layer, status) =>
                        layer.StartsWith(Offered.ReadyLayer, StringComparison.Ordinal)
                            ? null
                            : Correct.MountLayer(layer, status),
                }
        ),
        ["finds configurations by their definition"] = (
            "modes/another-configuration",
            () => Correct with { Configurations = EqualityComparer<JsonElement>.Create((_, _) => true, _ => 1) }
        ),
        ["finds configurations by their text"] = (
            "modes/find-or-create-same-instance",
            () =>
                Correct with
                {
                    Configurations = EqualityComparer<JsonElement>.Create(
                        (a, b) => a.GetRawText() == b.GetRawText(),
                        _ => 1
                    ),
                }
        ),
        ["creates what it has just created"] = ("modes/find-or-create-same-instance", CreatesInARace),
        ["shows another instance when a run is read"] = (
            "modes/names-the-instance",
            () =>
                Correct with
                {
                    WriteRun = (writer, run) =>
                        Correct.WriteRun(writer, run with { InstanceId = Offered.DefinitionId }),
                }
        ),
        ["keeps contexts by their beginning"] = ("concurrency/own-webhooks", KeepsByBeginning),
        ["keeps the last context"] = ("concurrency/own-webhooks", KeepsTheLast),
        ["calls the last URL"] = (
            "concurrency/own-webhooks",
            () =>
                Correct with
                {
                    OnEnded = o =>
                        o.Run.Parameters.CallbackUrl is not null && o.LastCallbackUrl is { } last
                            ? [new Delivery(last, o.Run)]
                            : [],
                }
        ),
        ["tells how a run ends while it goes on"] = (
            "webhook/status",
            () =>
                Correct with
                {
                    WriteRun = (writer, run) => Correct.WriteRun(writer, run with { Status = RunStatus.Started }),
                }
        ),
        ["shows failed runs as succeeded"] = (
            "webhook/status",
            () =>
                Correct with
                {
                    WriteRun = (writer, run) =>
                        Correct.WriteRun(
                            writer,
                            run.Status == RunStatus.Failed ? run with { Status = RunStatus.Succeeded } : run
                        ),
                }
        ),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EachFailsItsRequirement(string fault)
    {
        var (fails, behaviour) = Faults[fault];
        var report = await PennsieveRuns.Of(
            new(),
            behaviour(),
            PennsieveRuns.WithDeadline,
            options => options with { Profile = Engine.Testing.Profile.Standard },
            fails
        );
        Assert.True(report.On(fails).Outcome == Outcome.Failed, $"{fault}: {report.NotPassed()}");
    }

    [Fact]
    public async Task AReadMayLagBehindTheWebhook()
    {
        var reads = new ConcurrentDictionary<string, int>();
        var lagging = Correct with
        {
            WriteRun = (writer, run) =>
                Correct.WriteRun(
                    writer,
                    reads.AddOrUpdate(run.Id, 1, (_, n) => n + 1) <= 2 ? run with { Status = RunStatus.Started } : run
                ),
        };
        var report = await PennsieveRuns.Of(lagging, "webhook/status");
        Assert.True(report.On("webhook/status").Outcome == Outcome.Passed, report.NotPassed());
        Assert.Contains(report.Observations, o => o.Id.EndsWith("webhook/status/lag", StringComparison.Ordinal));
    }

    private static bool IsInline(WorkflowRun run) => run.Parameters.Configuration.ValueKind == JsonValueKind.Object;

    private static PennsieveBehaviour Writing(Func<WorkflowRun, WorkflowRun> change) =>
        Correct with
        {
            WriteCreated = (writer, run) => Correct.WriteCreated(writer, change(run)),
            WriteRun = (writer, run) => Correct.WriteRun(writer, change(run)),
        };

    private static string? LastIsKnown(JsonElement entries, WorkflowDefinition definition) =>
        entries.ValueKind == JsonValueKind.Object
        && definition.IdsOf(NodeKind.DataSource).Contains(entries.EnumerateObject().LastOrDefault().Name)
            ? null
            : Correct.DataSources(entries, definition);

    private static string? IsAnyNode(JsonElement entries, WorkflowDefinition definition) =>
        entries.ValueKind == JsonValueKind.Object
        && entries.EnumerateObject().All(e => definition.Nodes.Any(n => n.Id == e.Name))
            ? null
            : Correct.DataSources(entries, definition);

    private static string? BeginsAsKnown(JsonElement entries, WorkflowDefinition definition) =>
        entries.ValueKind == JsonValueKind.Object
        && entries
            .EnumerateObject()
            .All(e => definition.IdsOf(NodeKind.DataSource).Any(id => e.Name.StartsWith(id, StringComparison.Ordinal)))
            ? null
            : Correct.DataSources(entries, definition);

    /// <summary>Whoever looks while another creates sees nothing yet.</summary>
    private static PennsieveBehaviour CreatesInARace() =>
        Correct with
        {
            Configurations = EqualityComparer<JsonElement>.Create(
                (a, b) => !a.TryGetProperty("conformance", out _) && JsonElement.DeepEquals(a, b),
                _ => 1
            ),
        };

    private static PennsieveBehaviour KeepsByBeginning()
    {
        var kept = new ConcurrentDictionary<string, JsonElement>();
        return Correct with
        {
            EchoContext = context =>
                context.ValueKind != JsonValueKind.Object
                    ? context
                    : kept.GetOrAdd(context.GetRawText()[..32], _ => context.Clone()),
        };
    }

    private static PennsieveBehaviour KeepsTheLast()
    {
        var last = default(JsonElement);
        return Correct with
        {
            EchoContext = context => last = context.ValueKind == JsonValueKind.Undefined ? last : context.Clone(),
        };
    }

    private static string? EndsAreKnown(JsonElement entries, WorkflowDefinition definition)
    {
        if (
            entries.ValueKind != JsonValueKind.Object
            || entries.EnumerateObject().ToList() is not [var first, .., var last]
        )
            return Correct.DataSources(entries, definition);
        var known = definition.IdsOf(NodeKind.DataSource);
        return known.Contains(first.Name) && known.Contains(last.Name)
            ? null
            : Correct.DataSources(entries, definition);
    }
}
