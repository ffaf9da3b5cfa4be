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
            .AlsoBreaking("modes/*", "request/pairs-of-members/accepted"),
        RejectsTogether(
                "RejectsAllMembersTogether",
                "data sources and layers together",
                asked => asked is { DataSources.ValueKind: JsonValueKind.Object, Layers.IsEmpty: false }
            )
            .Breaking("request/all-members/accepted")
            .AlsoBreaking("request/pairs-of-members/accepted"),
        RejectsTogether(
                "RejectsALabelWithoutAUrl",
                "a label without a callback URL",
                asked => asked.Label is not null && asked.CallbackUrl is null
            )
            .AlsoBreaking("*/accepted", "label/*"),
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

    /// <summary>What is right by itself is rejected beside something else, or without it.</summary>
    private static Mutant RejectsTogether(string name, string what, Func<RunParameters, bool> rejects) =>
        Row(
            name,
            $"rejects {what}",
            ["request/pairs-of-members/accepted"],
            () =>
                Correct with
                {
                    ChooseMode = asked =>
                        rejects(asked) ? Mode.Rejected(Rejections.Invalid("one or the other")) : Mode.Choose(asked),
                }
        );
}
