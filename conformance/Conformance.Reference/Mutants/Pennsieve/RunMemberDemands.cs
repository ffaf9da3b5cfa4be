using System.Text.Json;
using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Optional members of the body that are demanded, or rejected whatever they hold.</summary>
internal static class RunMemberDemands
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Demands("DemandsLabel", "name", m => m with { Label = Demanded(m.Label) }),
        Demands("DemandsCallbackUrl", "completionCallbackUrl", m => m with { CallbackUrl = Demanded(m.CallbackUrl) }),
        Demands("DemandsContext", "completionCallbackContext", m => m with { Context = Demanded(m.Context) }),
        Demands("DemandsLayers", "layers", m => m with { Layers = Demanded(m.Layers) }),
        Demands("DemandsTags", "tags", m => m with { Tags = Demanded(m.Tags) }),
        RejectsEvery("RejectsEveryDataSource", "dataSources", m => m with { DataSources = Never(m.DataSources) }),
        RejectsEvery("RejectsEveryDataTarget", "dataTargets", m => m with { DataTargets = Never(m.DataTargets) }),
        RejectsEvery(
            "RejectsEveryProcessorParam",
            "processorParams",
            m => m with { ProcessorParams = Never(m.ProcessorParams) }
        ),
        RejectsEvery("RejectsEveryTag", "tags", m => m with { Tags = Never(m.Tags) }),
        RejectsEvery("RejectsEveryLayer", "layers", m => m with { Layers = Never(m.Layers) }),
        RejectsEvery("WantsInstanceAsObject", "workflowInstanceId", m => m with { InstanceId = Never(m.InstanceId) })
            // Nearly every valid request names the instance.
            .AlsoBreaking("*/accepted", "modes/*", "budget/*"),
        RejectsEvery(
                "WantsConfigurationAsText",
                "workflowInstanceConfiguration",
                m => m with { Configuration = Never(m.Configuration) }
            )
            .AlsoBreaking("modes/*"),
        Row(
            "RejectsAllMembersTogether",
            "rejects data sources and layers together",
            ["request/all-members/accepted"],
            () =>
                Correct with
                {
                    ChooseMode = asked =>
                        asked is { DataSources.ValueKind: JsonValueKind.Object, Layers.IsEmpty: false }
                            ? Mode.Rejected(Rejections.Invalid("one or the other"))
                            : Mode.Choose(asked),
                }
        ),
    ];

    /// <summary>An optional member is demanded: nearly every valid request is rejected.</summary>
    private static Mutant Demands(string name, string member, Func<RunMembers, RunMembers> change) =>
        Row(name, $"demands {member}", [$"{member}/optional/accepted"], () => Members(change))
            .AlsoBreaking("*/accepted", "modes/*", "budget/*");

    private static Member<T> Demanded<T>(Member<T> member) => member with { IsRequired = true };

    /// <summary>A member is rejected whatever it holds, and with it whatever needs it.</summary>
    private static Mutant RejectsEvery(string name, string member, Func<RunMembers, RunMembers> change) =>
        Row(name, $"rejects every {member}", [$"{member}/type/accepted"], () => Members(change))
            .AlsoBreaking("request/all-members/accepted", "*/accepted");

    /// <summary>The member that takes nothing.</summary>
    private static Member<T> Never<T>(Member<T> member) => member with { Kind = _ => new(default, "not supported") };
}
