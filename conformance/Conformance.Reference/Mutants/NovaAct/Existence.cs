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
                () =>
                    Twists.Responding(
                        CreateRun,
                        (call, response) => response.Status == 404 ? MakeAndRun(call) : response
                    )
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
            "KeepsNameOfRejectedDefinition",
            "keeps the name of a rejected definition",
            ["CreateWorkflowDefinition/refusal/changes-nothing"],
            KeepsRejectedName
        ),
        StartsRejected("StartsRunThatItRejects", "", _ => true),
        StartsRejected("StartsRunRejectedForItsToken", " for its token", response => Says(response, "clientToken")),
        StartsRejected("StartsRunRejectedForItsClient", " for its client", response => Says(response, "clientInfo")),
        Row(
            "KeepsRejectedDefinitions",
            "runs definitions that it has rejected, and creates them when they are put right",
            ["CreateWorkflowDefinition/refusal/changes-nothing"],
            RunsRejected
        ),
        Row(
                "DoesNotFindDefinitionsThatItMade",
                "finds no definition to run, not even one that it made",
                ["CreateWorkflowRun/request/required-only/accepted", "CreateWorkflowRun/request/all-members/accepted"],
                () => Twists.Responding(CreateRun, (call, _) => NotFound(call.DefinitionName))
            )
            // It has started the run by then.
            .AlsoBreaking("CreateWorkflowRun/refusal/changes-nothing"),
    ];

    private static Response MakeAndRun(NovaActCall call)
    {
        Make(call, call.DefinitionName);
        return Twists.Correct.Handle(call);
    }

    /// <summary>Makes a definition of this name, which has nothing else.</summary>
    public static void Make(NovaActCall call, string name) =>
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
        return Twists.Responding(
            CreateRun,
            (_, response) => response.Status == 404 ? Started(serial.NextGuid()) : response
        );
    }

    private static NovaActBehaviour StartsRunsOfDeleted()
    {
        var serial = new Serial();
        var deleted = new ConcurrentDictionary<string, bool>();
        return Twists.Correct with
        {
            Handle = call =>
            {
                var response = Twists.Correct.Handle(call);
                if (call.Operation == NovaActOperation.DeleteWorkflowDefinition && response.Status == 202)
                    deleted[call.DefinitionName] = true;
                var isRunOfDeleted =
                    call.Operation == CreateRun && response.Status == 404 && deleted.ContainsKey(call.DefinitionName);
                return isRunOfDeleted ? Started(serial.NextGuid()) : response;
            },
        };
    }

    private static NovaActBehaviour KeepsRejectedName() =>
        Twists.Responding(
            CreateDefinition,
            (call, response) =>
            {
                if (response.Status == 400 && call.Text("name") is { } name)
                    Make(call, name);
                return response;
            }
        );

    /// <summary>A run is started and rejected afterwards.</summary>
    public static Mutant StartsRejected(string name, string why, Func<Response, bool> when) =>
        Row(
            name,
            $"starts a run that it rejects{why}",
            ["CreateWorkflowRun/refusal/changes-nothing"],
            () =>
                Twists.Responding(
                    CreateRun,
                    (call, response) =>
                    {
                        if (response.Status == 400 && when(response))
                            StartValid(call);
                        return response;
                    }
                )
        );

    private static void StartValid(NovaActCall call)
    {
        var valid = """{"modelId":"m","clientInfo":{"compatibilityVersion":1}}"""u8.ToArray();
        Twists.Correct.Handle(call with { Request = call.Request with { Body = valid } });
    }

    private static NovaActBehaviour RunsRejected()
    {
        var kept = new ConcurrentDictionary<string, bool>();
        return Twists.Correct with
        {
            Handle = call =>
            {
                var response = Twists.Correct.Handle(call);
                if (call.Operation == CreateDefinition && response.Status == 400 && call.Text("name") is { } rejected)
                    kept[rejected] = true;
                var isRunOfIt =
                    call.Operation == CreateRun
                    && response.Status == 404
                    && call.Target.Segments[1] is { } name
                    && kept.ContainsKey(name);
                return isRunOfIt ? Started(new Guid("7d444840-9dc0-11d1-b245-5ffdce74fad2")) : response;
            },
        };
    }

    private static Response NotFound(string definition) =>
        Twists.Correct.Reject(
            new Rejection(404, "ResourceNotFoundException", "expected what exists")
            {
                Members = [new("resourceId", definition), new("resourceType", "WorkflowDefinition")],
            }
        );
}
