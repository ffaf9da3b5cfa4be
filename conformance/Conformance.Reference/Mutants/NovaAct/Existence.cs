using System.Collections.Concurrent;
using System.Text.Json;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.FakeResponses;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>What was never made, or was rejected, or is deleted, is there all the same, or what was made is not.</summary>
internal static class Existence
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
                "MakesUnknownDefinitions",
                "makes the definition that a run names",
                ["CreateWorkflowRun/not-found/unknown-definition"],
                () => Twists.Answering(CreateRun, (call, answer) => answer.Status == 404 ? MakeAndRun(call) : answer)
            )
            .AlsoBreaking("CreateWorkflowDefinition/refusal/changes-nothing", "CreateWorkflowRun/not-found/*"),
        Row(
                "StartsRunsOfUnknownDefinitions",
                "starts runs of definitions that do not exist",
                ["CreateWorkflowRun/not-found/unknown-definition"],
                StartsRunsOfUnknown
            )
            .AlsoBreaking("CreateWorkflowDefinition/refusal/changes-nothing", "CreateWorkflowRun/not-found/*"),
        Row(
            "StartsRunsOfDeletedDefinitions",
            "starts runs of definitions that were deleted",
            ["CreateWorkflowRun/not-found/deleted-definition"],
            StartsRunsOfDeleted
        ),
        Row(
            "KeepsNameOfRefusedDefinition",
            "keeps the name of a refused definition",
            ["CreateWorkflowDefinition/refusal/changes-nothing"],
            KeepsRefusedName
        ),
        StartsRefused("StartsRunThatItRefuses", "", _ => true),
        StartsRefused("StartsRunRefusedForItsToken", " for its token", answer => Says(answer, "clientToken")),
        StartsRefused("StartsRunRefusedForItsClient", " for its client", answer => Says(answer, "clientInfo")),
        Row(
            "KeepsRefusedDefinitions",
            "runs definitions that it has refused, and creates them when they are put right",
            ["CreateWorkflowDefinition/refusal/changes-nothing"],
            RunsRefused
        ),
        Row(
            "DoesNotFindDefinitionsThatItMade",
            "finds no definition to run, not even one that it made",
            ["CreateWorkflowRun/request/required-only/accepted", "CreateWorkflowRun/request/all-members/accepted"],
            () => Twists.Answering(CreateRun, (call, _) => NotFound(call.DefinitionName))
        ),
    ];

    private static Answer MakeAndRun(NovaActCall call)
    {
        Make(call, call.DefinitionName);
        return Twists.Correct.Handle(call);
    }

    /// <summary>Makes a definition of this name, which has nothing else.</summary>
    private static void Make(NovaActCall call, string name) =>
        Twists.Correct.Handle(
            call with
            {
                Operation = CreateDefinition,
                Request = call.Request with { Body = JsonSerializer.SerializeToUtf8Bytes(new { name }) },
            }
        );

    private static NovaActBehaviour StartsRunsOfUnknown()
    {
        var serial = new Serial();
        return Twists.Answering(CreateRun, (_, answer) => answer.Status == 404 ? Started(serial.NextGuid()) : answer);
    }

    private static NovaActBehaviour StartsRunsOfDeleted()
    {
        var serial = new Serial();
        var deleted = new ConcurrentDictionary<string, bool>();
        return Twists.Correct with
        {
            Handle = call =>
            {
                var answer = Twists.Correct.Handle(call);
                if (call.Operation == NovaActOperation.DeleteWorkflowDefinition && answer.Status == 202)
                    deleted[call.DefinitionName] = true;
                var isRunOfDeleted =
                    call.Operation == CreateRun && answer.Status == 404 && deleted.ContainsKey(call.DefinitionName);
                return isRunOfDeleted ? Started(serial.NextGuid()) : answer;
            },
        };
    }

    private static NovaActBehaviour KeepsRefusedName() =>
        Twists.Answering(
            CreateDefinition,
            (call, answer) =>
            {
                if (answer.Status == 400 && call.Text("name") is { } name)
                    Make(call, name);
                return answer;
            }
        );

    /// <summary>A run is started and rejected afterwards.</summary>
    private static Mutant StartsRefused(string name, string why, Func<Answer, bool> when) =>
        Row(
            name,
            $"starts a run that it refuses{why}",
            ["CreateWorkflowRun/refusal/changes-nothing"],
            () =>
                Twists.Answering(
                    CreateRun,
                    (call, answer) =>
                    {
                        if (answer.Status == 400 && when(answer))
                            StartValid(call);
                        return answer;
                    }
                )
        );

    private static void StartValid(NovaActCall call)
    {
        var valid = """{"modelId":"m","clientInfo":{"compatibilityVersion":1}}"""u8.ToArray();
        Twists.Correct.Handle(call with { Request = call.Request with { Body = valid } });
    }

    private static NovaActBehaviour RunsRefused()
    {
        var kept = new ConcurrentDictionary<string, bool>();
        return Twists.Correct with
        {
            Handle = call =>
            {
                var answer = Twists.Correct.Handle(call);
                if (call.Operation == CreateDefinition && answer.Status == 400 && call.Text("name") is { } refused)
                    kept[refused] = true;
                var isRunOfIt =
                    call.Operation == CreateRun
                    && answer.Status == 404
                    && call.Target.Segments[1] is { } name
                    && kept.ContainsKey(name);
                return isRunOfIt ? Started(new Guid("7d444840-9dc0-11d1-b245-5ffdce74fad2")) : answer;
            },
        };
    }

    private static Answer NotFound(string definition) =>
        Twists.Correct.Refuse(
            new Refusal(404, "ResourceNotFoundException", "expected what exists")
            {
                Members = [new("resourceId", definition), new("resourceType", "WorkflowDefinition")],
            }
        );
}
