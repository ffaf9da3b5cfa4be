using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;

namespace Conformance.Reference.Defects.Pennsieve;

/// <summary>An optional member is demanded: nearly every valid request is refused.</summary>
internal abstract class Demands(string member, Func<RunMembers, RunMembers> change)
    : ChangesMembers($"demands {member}", change, $"{member}/optional/accepted")
{
    protected override ImmutableArray<string> AlsoBreaksOfRun => ["*/accepted", "modes/*", "budget/*"];
}

internal sealed class DemandsLabel() : Demands("name", m => m with { Label = m.Label with { IsRequired = true } });

internal sealed class DemandsCallbackUrl()
    : Demands("completionCallbackUrl", m => m with { CallbackUrl = m.CallbackUrl with { IsRequired = true } });

internal sealed class DemandsContext()
    : Demands("completionCallbackContext", m => m with { Context = m.Context with { IsRequired = true } });

internal sealed class DemandsLayers() : Demands("layers", m => m with { Layers = m.Layers with { IsRequired = true } });

internal sealed class DemandsTags() : Demands("tags", m => m with { Tags = m.Tags with { IsRequired = true } });

/// <summary>A member is refused whatever it holds.</summary>
internal abstract class RefusesEvery(string member, Func<RunMembers, RunMembers> change)
    : ChangesMembers($"refuses every {member}", change, $"{member}/type/accepted")
{
    /// <summary>Whatever needs it.</summary>
    protected override ImmutableArray<string> AlsoBreaksOfRun => ["request/all-members/accepted", "*/accepted"];

    /// <summary>The member that takes nothing.</summary>
    protected static Member<T> Never<T>(Member<T> member) => member with { Kind = _ => new(default, "not supported") };
}

internal sealed class RefusesEveryDataSource()
    : RefusesEvery("dataSources", m => m with { DataSources = Never(m.DataSources) });

internal sealed class RefusesEveryDataTarget()
    : RefusesEvery("dataTargets", m => m with { DataTargets = Never(m.DataTargets) });

internal sealed class RefusesEveryProcessorParam()
    : RefusesEvery("processorParams", m => m with { ProcessorParams = Never(m.ProcessorParams) });

internal sealed class RefusesEveryTag() : RefusesEvery("tags", m => m with { Tags = Never(m.Tags) });

internal sealed class RefusesEveryLayer() : RefusesEvery("layers", m => m with { Layers = Never(m.Layers) });

internal sealed class WantsInstanceAsObject()
    : RefusesEvery("workflowInstanceId", m => m with { InstanceId = Never(m.InstanceId) })
{
    /// <summary>Nearly every valid request names the instance.</summary>
    protected override ImmutableArray<string> AlsoBreaksOfRun => ["*/accepted", "modes/*", "budget/*"];
}

internal sealed class WantsConfigurationAsText()
    : RefusesEvery("workflowInstanceConfiguration", m => m with { Configuration = Never(m.Configuration) })
{
    protected override ImmutableArray<string> AlsoBreaksOfRun => ["modes/*"];
}

internal sealed class RefusesAllMembersTogether()
    : PennsieveDefect("refuses data sources and layers together", "request/all-members/accepted")
{
    protected override PennsieveBehaviour Twist() =>
        PennsieveTwists.Correct with
        {
            ChooseMode = asked =>
                asked is { DataSources.ValueKind: JsonValueKind.Object, Layers.IsEmpty: false }
                    ? Mode.Refused(new Refusal(400, "BadRequest", "one or the other"))
                    : Mode.Choose(asked),
        };
}
