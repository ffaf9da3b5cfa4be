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
}
