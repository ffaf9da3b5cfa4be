using System.Text.Json;
using Conformance.Reference.Http;

namespace Conformance.Reference.Pennsieve;

/// <summary>
/// The members of the run's body, each with what is demanded of it alone (D2:11..67). The document shows no names for
/// the label, the callback's URL and the cost cap: these are the defaults of the kit.
/// </summary>
public sealed record RunMembers
{
    public Member<string> InstanceId { get; init; } = Member.Text("workflowInstanceId", false, PennsieveChecks.Uuid);

    public Member<JsonElement> Configuration { get; init; } = Member.Object("workflowInstanceConfiguration", false);

    public Member<string> DefinitionId { get; init; } =
        Member.Text("workflowInstanceConfiguration.workflowDefinitionId", true, PennsieveChecks.Uuid);

    public Member<string> Label { get; init; } = Member.Text("name", false, Checks.Nothing);

    public Member<JsonElement> DataSources { get; init; } = Keyed("dataSources", JsonValueKind.Object);

    public Member<JsonElement> DataTargets { get; init; } = Keyed("dataTargets", JsonValueKind.Object);

    public Member<JsonElement> ProcessorParams { get; init; } = Keyed("processorParams", JsonValueKind.Object);

    public Member<JsonElement> Tags { get; init; } = Keyed("tags", JsonValueKind.String);

    public Member<ImmutableArray<string>> Layers { get; init; } =
        new("layers", false, PennsieveKinds.Texts, Checks.Nothing);

    public Member<string> CallbackUrl { get; init; } =
        Member.Text("completionCallbackUrl", false, PennsieveChecks.HttpUrl);

    public Member<JsonElement> Context { get; init; } =
        new("completionCallbackContext", false, PennsieveKinds.Any, Checks.Nothing);

    public Member<double> BudgetUsd { get; init; } =
        new("executionBudgetUsd", false, PennsieveKinds.Number, PennsieveChecks.NotNegative);

    /// <summary>Reads all members; what is wrong is added to <paramref name="faults"/>, and then the result is void.</summary>
    public RunParameters Read(JsonElement body, ICollection<FieldFault> faults)
    {
        var configuration = Configuration.Read(body, faults);
        var layers = Layers.Read(body, faults);
        return new RunParameters
        {
            InstanceId = InstanceId.Read(body, faults),
            Configuration = configuration,
            DefinitionId =
                configuration.ValueKind == JsonValueKind.Object ? DefinitionId.Read(configuration, faults) : null,
            Label = Label.Read(body, faults),
            DataSources = DataSources.Read(body, faults),
            DataTargets = DataTargets.Read(body, faults),
            ProcessorParams = ProcessorParams.Read(body, faults),
            Tags = Tags.Read(body, faults),
            Layers = layers.IsDefault ? [] : layers,
            CallbackUrl = Pennsieve.CallbackUrl.Read(CallbackUrl.Read(body, faults)),
            Context = Context.Read(body, faults),
            BudgetUsd = BudgetUsd.Read(body, faults),
        };
    }

    private static Member<JsonElement> Keyed(string path, JsonValueKind entries) =>
        Member.Object(path, false) with
        {
            Check = PennsieveChecks.Entries(entries),
        };
}
