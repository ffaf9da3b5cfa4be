using System.Text.Json;
using Conformance.Reference.Http;

namespace Conformance.Reference.Pennsieve;

/// <summary>The creation of a run: everything is checked first, and only then anything changes.</summary>
internal static class Creation
{
    public static Response Handle(PennsieveCall call) =>
        call.WithMembers(call.Behaviour.Members.Read, asked => Create(call, call.Behaviour.Understand(asked)));

    private static Response Create(PennsieveCall call, RunParameters asked)
    {
        var mode = call.Behaviour.ChooseMode(asked);
        if (mode.Rejection is { } unclear)
            return call.Reject(unclear);
        var instance = mode.InstanceId is { } id ? call.Store.FindInstance(id) : null;
        if (mode.InstanceId is { } missing && instance is null)
            return call.Reject(Rejections.NotFound("workflow instance", missing));
        var definitionId = instance?.DefinitionId ?? asked.DefinitionId ?? "";
        if (call.Store.FindDefinition(definitionId) is not { } definition)
            return call.Reject(Rejections.NotFound("workflow definition", definitionId));
        var examined = call.Behaviour.Examine(asked);
        if ((NodeRejection(call.Behaviour, examined, definition) ?? LayerRejection(call, examined)) is { } rejection)
            return call.Reject(rejection);
        instance ??= call.Store.FindOrCreateInstance(
            definition.Id,
            mode.Configuration,
            call.Behaviour.LooksForInstance(mode.Configuration)
        );
        var run = Run(call, asked, instance, definition);
        call.Api.Begin(run);
        return Response.Json(call.Api.Options.CreatedStatus, writer => call.Behaviour.WriteCreated(writer, run));
    }

    private static WorkflowRun Run(
        PennsieveCall call,
        RunParameters asked,
        WorkflowInstance instance,
        WorkflowDefinition definition
    )
    {
        var tagging = call.Behaviour.Tag(definition, asked.Tags);
        if (tagging.Source != definition)
            call.Store.Replace(tagging.Source);
        var id = call.Api.NewId();
        return new WorkflowRun(
            id,
            instance.Id,
            call.Behaviour.LabelOf(asked.Label, id),
            RunStatus.Started,
            asked,
            call.Behaviour.EnrichTargets(asked.DataTargets),
            tagging.Snapshot,
            call.Api.Time.GetUtcNow(),
            EndedAt: null
        );
    }

    private static Rejection? NodeRejection(
        PennsieveBehaviour behaviour,
        RunParameters asked,
        WorkflowDefinition definition
    )
    {
        (string Name, NodeCheck Check, JsonElement Entries)[] members =
        [
            ("dataSources", behaviour.DataSources, asked.DataSources),
            ("dataTargets", behaviour.DataTargets, asked.DataTargets),
            ("processorParams", behaviour.ProcessorParams, asked.ProcessorParams),
            ("tags", behaviour.Tags, asked.Tags),
        ];
        var faults =
            from member in members
            let complaint = member.Check(member.Entries, definition)
            where complaint is not null
            select new FieldFault(member.Name, complaint);
        return faults.ToArray() is { Length: > 0 } found ? Rejections.Invalid(found) : null;
    }

    private static Rejection? LayerRejection(PennsieveCall call, RunParameters asked) =>
        asked
            .Layers.Select(layer => call.Behaviour.MountLayer(layer, Offered.Layers.GetValueOrDefault(layer)))
            .FirstOrDefault(rejection => rejection is not null);
}
