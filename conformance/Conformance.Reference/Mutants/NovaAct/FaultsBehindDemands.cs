using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.DemandsAndFaults;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;
using static Conformance.Reference.Mutants.NovaAct.TextMember;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Faults that hide behind a demand, and what requests that run at once or one after the other see of each other.</summary>
internal static class FaultsBehindDemands
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Demands(
                "DemandsSdkVersionAndRunsUnknownDefinitions",
                "demands an sdkVersion and starts runs of definitions that do not exist",
                SdkVersion.Id,
                "CreateWorkflowRun/not-found/unknown-definition",
                () =>
                {
                    var serial = new Serial();
                    return Demanding(SdkVersion) with
                    {
                        Finish = (operation, response) =>
                            operation == CreateRun && response.Status == 404
                                ? FakeResponses.Started(serial.NextGuid())
                                : response,
                    };
                }
            )
            .AlsoBreaking("*/request/*", "*/not-found/*", "*/refusal/*", "*/idempotency/*"),
        Demands(
            "DemandsDefinitionTokenAndLosesDescription",
            "demands a clientToken of definitions and loses their description",
            DefinitionToken.Id,
            "CreateWorkflowDefinition/supporting/get-shows-what-was-created",
            () =>
                Demanding(DefinitionToken) with
                {
                    Finish = (operation, response) =>
                        operation == NovaActOperation.GetWorkflowDefinition && response.Status == 200
                            ? response.Rewritten(shown => shown.Remove("description"))
                            : response,
                }
        ),
        Row(
                "SharesDescriptionsOfDefinitionsAtOnce",
                "gives definitions that are made at once the description of the last of them",
                ["CreateWorkflowDefinition/concurrency/own-responses"],
                SharesDescriptions
            )
            .AlsoBreaking("CreateWorkflowDefinition/*"),
        Row(
            "TellsOfTheModelBefore",
            "tells in its rejection of a run which modelId came before on the connection",
            ["CreateWorkflowRun/robustness/no-leak"],
            TellsOfTheModelBefore
        ),
    ];

    /// <summary>The description is put down in one place for all requests before it is stored.</summary>
    private static NovaActBehaviour SharesDescriptions()
    {
        string? last = null;
        return Twists.Handling(
            CreateDefinition,
            call =>
            {
                if (
                    call.Text("description") is not { } own
                    || Twists.Correct.Definition.Description.Check(own) is not null
                )
                    return call;
                Volatile.Write(ref last, own);
                SharedMemory.LetOthersIn();
                var stored = Volatile.Read(ref last);
                return stored == own ? call : call.Rewritten(body => body["description"] = JsonValue.Create(stored));
            }
        );
    }

    private static NovaActBehaviour TellsOfTheModelBefore()
    {
        var before = new ConcurrentDictionary<string, string>();
        return Twists.Responding(
            CreateRun,
            (call, response) =>
            {
                if (response.Status == 201)
                    before[call.Request.Connection] = call.Text("modelId") ?? "";
                return response.Status == 400 && before.TryGetValue(call.Request.Connection, out var model)
                    ? response.Rewritten(error =>
                        error["message"] = $"expected other values; the last model was {model}"
                    )
                    : response;
            }
        );
    }
}
