using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.FakeResponses;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Requests that are rejected for one reason in particular, and have an effect all the same.</summary>
internal static class RejectionsWithEffect
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Existence.StartsRejected(
            "StartsRunRejectedForItsLogGroup",
            " for its log group",
            response => Says(response, "\"logGroupName\"")
        ),
        Existence.StartsRejected(
            "StartsRunRejectedForALongModel",
            " for the length of its modelId",
            response => Says(response, "expected 1 to 100 characters")
        ),
        MakesRejected("MakesDefinitionRejectedForItsBucket", "exportConfig.s3BucketName"),
        Row(
                "OverwritesDefinitionsWhoseNameIsTaken",
                "says that a name is taken and gives its definition the new description",
                ["CreateWorkflowDefinition/refusal/changes-nothing"],
                OverwritesTaken
            )
            .AlsoBreaking("CreateWorkflowDefinition/supporting/*", "CreateWorkflowDefinition/uniqueness/*"),
    ];

    /// <summary>A definition is made before this member is looked at.</summary>
    public static Mutant MakesRejected(string name, string member) =>
        Row(
            name,
            $"makes a definition that it rejects for {member}",
            ["CreateWorkflowDefinition/refusal/changes-nothing"],
            () =>
                Twists.Responding(
                    CreateDefinition,
                    (call, response) =>
                    {
                        if (response.Status == 400 && Says(response, $"\"{member}\"") && call.Text("name") is { } made)
                            Existence.Make(call, made);
                        return response;
                    }
                )
        );

    /// <summary>What inserts also updates, and only afterwards is it noticed which of the two it was.</summary>
    private static NovaActBehaviour OverwritesTaken()
    {
        var written = new ConcurrentDictionary<string, string>();
        return Twists.Correct with
        {
            Handle = call =>
            {
                var response = Twists.Correct.Handle(call);
                if (call.Operation == CreateDefinition && IsTaken(response) && call.Text("description") is { } text)
                    written[call.Text("name")!] = text;
                if (call.Operation == NovaActOperation.DeleteWorkflowDefinition && response.Status == 202)
                    written.TryRemove(call.DefinitionName, out _);
                return
                    call.Operation == NovaActOperation.GetWorkflowDefinition
                    && response.Status == 200
                    && written.TryGetValue(call.DefinitionName, out var description)
                    ? Described(response, description)
                    : response;
            },
        };
    }

    private static Response Described(Response response, string description) =>
        response.Rewritten(shown => shown["description"] = JsonValue.Create(description));
}
