using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;

namespace Conformance.Suite.Tests.Scenarios.Pennsieve;

/// <summary>Targets that are wrong about what a run is.</summary>
public sealed class WrongRunTests
{
    private static readonly PennsieveBehaviour Correct = PennsieveBehaviour.Correct;

    private static readonly ImmutableArray<Lie> Lies =
    [
        new(
            "takes the instance where a configuration is given as well",
            () => Correct with { ChooseMode = a => a.InstanceId is { } id ? Mode.Existing(id) : Mode.Choose(a) },
            "modes/both"
        ),
        new(
            "takes an instance of its own where none is given",
            () => Correct with { ChooseMode = a => Chosen(a, given: a.InstanceId) },
            "modes/neither",
            "body/empty"
        ),
        new(
            "runs the instance that it knows for any other",
            () =>
                Correct with
                {
                    ChooseMode = a => Mode.Choose(a) is { InstanceId: not null } ? Known : Mode.Choose(a),
                },
            "modes/unknown-instance"
        ),
        new(
            "refuses inline configurations",
            () =>
                Correct with
                {
                    ChooseMode = a =>
                        a is { InstanceId: null, Configuration.ValueKind: JsonValueKind.Object }
                            ? Mode.Refused(new(400, "BadRequest", "no inline configurations"))
                            : Mode.Choose(a),
                },
            "modes/by-configuration"
        ),
        new(
            "makes an instance for every run of a configuration",
            () => Correct with { Configurations = new NeverTheSame() },
            "modes/find-or-create-same-instance"
        ),
        new("gives runs no label", () => Correct with { LabelOf = (label, _) => label }, "label/default"),
        new("labels runs by their id", () => Correct with { LabelOf = (label, id) => label ?? id }, "label/default"),
        new("labels all runs itself", () => Correct with { LabelOf = (_, id) => $"run-{id}" }, "label/given"),
        new(
            "takes data sources for nodes that it does not have",
            () => Correct with { DataSources = NodeKeys.Any },
            "nodes/unknown-data-source"
        ),
        new(
            "tags the definition itself",
            () =>
                Correct with
                {
                    Tag = (source, tags) => new(Tagging.OfCopy(source, tags).Snapshot, Tagged(source, tags)),
                },
            "tags/leave-the-definition-alone"
        ),
        new(
            "mounts layers that do not exist",
            () => Correct with { MountLayer = (layer, status) => status is null ? null : Mounted(layer, status) },
            "layers/unknown"
        ),
        new(
            "mounts layers that are not ready",
            () => Correct with { MountLayer = (layer, status) => status is null ? Mounted(layer, status) : null },
            "layers/not-ready"
        ),
        new(
            "takes a cost cap of zero for none at all allowed",
            () => Correct with { Members = WithBudget(usd => usd > 0 ? null : "too low") },
            "budget/zero"
        ),
    ];

    // Webhooks take their time, and none of these lies is about them.
    private static readonly string[] Judged =
    [
        .. Judging
            .Planned.Api.Behaviours.Select(b => b.Id)
            .Where(id => !id.StartsWith("webhook/", StringComparison.Ordinal)),
    ];

    public static IEnumerable<TheoryDataRow<string>> Rows => Lie.Rows(Lies);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task ATargetIsSeenThroughThat(string lie) => Lie.IsSeenThrough(Lies, lie, Judged);

    private static Mode Known => Mode.Existing(Offered.InstanceId);

    private static Mode Chosen(RunParameters asked, string? given) =>
        given is null && asked.Configuration.ValueKind == JsonValueKind.Undefined ? Known : Mode.Choose(asked);

    private static Refusal? Mounted(string layer, string? status) => Correct.MountLayer(layer, status);

    private static WorkflowDefinition Tagged(WorkflowDefinition source, JsonElement tags) =>
        Tagging.OfCopy(source, tags).Snapshot;

    private static RunMembers WithBudget(Check<double> check)
    {
        var members = new RunMembers();
        return members with { BudgetUsd = members.BudgetUsd with { Check = check } };
    }

    private sealed class NeverTheSame : IEqualityComparer<JsonElement>
    {
        public bool Equals(JsonElement x, JsonElement y) => false;

        public int GetHashCode(JsonElement obj) => 1;
    }
}
