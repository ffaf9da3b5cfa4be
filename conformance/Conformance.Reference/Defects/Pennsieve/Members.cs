using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;

namespace Conformance.Reference.Defects.Pennsieve;

/// <summary>Members of the body that are taken from other JSON, refused, or demanded.</summary>
internal static class Members
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new TakesNumberForInstance(),
        new TakesArrayForConfiguration(),
        new TakesNumberForLabel(),
        new TakesArrayForDataSources(),
        new TakesTextForDataTargets(),
        new TakesArrayForProcessorParams(),
        new TakesArrayForTags(),
        new TakesTextForLayers(),
        new TakesNumberInLayers(),
        new TakesNumberForCallbackUrl(),
        new TakesTextForCap(),
        new TakesTrueForCap(),
        new RefusesFractionsOfCap(),
        new RefusesLabelsBeyondAscii(),
        new DemandsLabel(),
        new DemandsCallbackUrl(),
        new DemandsContext(),
        new DemandsLayers(),
        new DemandsTags(),
        new RefusesEveryDataSource(),
        new RefusesEveryDataTarget(),
        new RefusesEveryProcessorParam(),
        new RefusesEveryTag(),
        new RefusesEveryLayer(),
        new WantsInstanceAsObject(),
        new WantsConfigurationAsText(),
        new RefusesAllMembersTogether(),
    ];
}

/// <summary>The demand on one member is another one.</summary>
internal abstract class ChangesMembers(
    string says,
    Func<RunMembers, RunMembers> change,
    params ImmutableArray<string> breaks
) : PennsieveDefect(says, breaks)
{
    protected sealed override PennsieveBehaviour Twist() => PennsieveTwists.Members(change);
}

/// <summary>A member is read from JSON of another kind as well.</summary>
internal abstract class Takes(string what, string member, Func<RunMembers, RunMembers> change)
    : ChangesMembers($"takes {what} for {member}", change, $"{member}/type/rejected")
{
    /// <summary>The member that is read as this value where the JSON is of this kind.</summary>
    protected static Member<T> Reading<T>(Member<T> member, JsonValueKind kind, T value) =>
        member with
        {
            Kind = json => json.ValueKind == kind ? new(value, null) : member.Kind(json),
        };

    protected static JsonElement Nothing => JsonElement.Parse("{}");
}

internal sealed class TakesNumberForInstance()
    : Takes(
        "a number",
        "workflowInstanceId",
        m => m with { InstanceId = Reading(m.InstanceId, JsonValueKind.Number, Offered.InstanceId) }
    );

internal sealed class TakesArrayForConfiguration()
    : Takes(
        "an array",
        "workflowInstanceConfiguration",
        m =>
            m with
            {
                Configuration = Reading(
                    m.Configuration,
                    JsonValueKind.Array,
                    JsonElement.Parse(Offered.ConfigurationJson)
                ),
            }
    );

internal sealed class TakesNumberForLabel()
    : Takes("a number", "name", m => m with { Label = Reading(m.Label, JsonValueKind.Number, "7") });

internal sealed class TakesArrayForDataSources()
    : Takes(
        "an array",
        "dataSources",
        m => m with { DataSources = Reading(m.DataSources, JsonValueKind.Array, Nothing) }
    );

internal sealed class TakesTextForDataTargets()
    : Takes("text", "dataTargets", m => m with { DataTargets = Reading(m.DataTargets, JsonValueKind.String, Nothing) });

internal sealed class TakesArrayForProcessorParams()
    : Takes(
        "an array",
        "processorParams",
        m => m with { ProcessorParams = Reading(m.ProcessorParams, JsonValueKind.Array, Nothing) }
    );

internal sealed class TakesArrayForTags()
    : Takes("an array", "tags", m => m with { Tags = Reading(m.Tags, JsonValueKind.Array, Nothing) });

internal sealed class TakesTextForLayers()
    : Takes("text", "layers", m => m with { Layers = Reading(m.Layers, JsonValueKind.String, []) });

internal sealed class TakesNumberInLayers()
    : Takes("an array of numbers", "layers[]", m => m with { Layers = m.Layers with { Kind = json => Texts(m, json) } })
{
    private static ReadValue<ImmutableArray<string>> Texts(RunMembers right, JsonElement json) =>
        json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(l => l.ValueKind == JsonValueKind.Number)
            ? new([], null)
            : right.Layers.Kind(json);
}

internal sealed class TakesNumberForCallbackUrl()
    : Takes(
        "a number",
        "completionCallbackUrl",
        m => m with { CallbackUrl = Reading(m.CallbackUrl, JsonValueKind.Number, "http://callback.invalid/") }
    );

internal sealed class TakesTextForCap()
    : Takes("text", "executionBudgetUsd", m => m with { BudgetUsd = Reading(m.BudgetUsd, JsonValueKind.String, 0) });

internal sealed class TakesTrueForCap()
    : Takes("true", "executionBudgetUsd", m => m with { BudgetUsd = Reading(m.BudgetUsd, JsonValueKind.True, 1) });

internal sealed class RefusesFractionsOfCap()
    : ChangesMembers(
        "refuses a cost cap with cents",
        m => m with { BudgetUsd = m.BudgetUsd with { Check = usd => double.IsInteger(usd) ? null : "no cents" } },
        "executionBudgetUsd/type/accepted"
    );

internal sealed class RefusesLabelsBeyondAscii()
    : ChangesMembers(
        "refuses labels with letters beyond ASCII",
        m => m with { Label = m.Label with { Check = v => v.All(char.IsAscii) ? null : "expected ASCII" } },
        "name/type/accepted"
    );
