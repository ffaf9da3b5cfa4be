using System.Text.Json.Nodes;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Members that are right alone and go wrong beside another optional one.</summary>
internal static class MemberCombinations
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        DemandedMembers
            .RejectsBodies(
                "RejectsLogGroupBesideSdkVersion",
                CreateRun,
                "rejects a log group beside an sdkVersion where no token comes with them",
                "request/pairs-of-members/accepted",
                body =>
                    body.ContainsKey("logGroupName")
                    && body["clientInfo"] is JsonObject client
                    && client.ContainsKey("sdkVersion")
                    && !body.ContainsKey("clientToken")
            )
            .AlsoBreaking("CreateWorkflowRun/*/accepted"),
        Row(
                "LosesDescriptionBesideKeyPrefix",
                "loses the description of a definition that has a key prefix",
                ["CreateWorkflowDefinition/supporting/get-shows-what-was-created"],
                () =>
                    Twists.Finishing(
                        NovaActOperation.GetWorkflowDefinition,
                        response => response.Status == 200 ? response.Rewritten(WithoutDescription) : response
                    )
            )
            .AlsoBreaking("CreateWorkflowDefinition/supporting/*", "CreateWorkflowDefinition/concurrency/*"),
        Row(
                "IgnoresTokenBesideExportConfig",
                "takes no notice of the token of a definition that has an exportConfig",
                ["CreateWorkflowDefinition/idempotency/replay*"],
                () =>
                    Twists.Handling(
                        CreateDefinition,
                        call =>
                            call.Json()?["exportConfig"] is not null
                            && call.Text("clientToken") is { } token
                            && Twists.Correct.Definition.ClientToken.Check(token) is null
                                ? call.Rewritten(body => body.Remove("clientToken"))
                                : call
                    )
            )
            .ConfiguredBy(KnownValues)
            .AlsoBreaking("CreateWorkflowDefinition/idempotency/*"),
    ];

    private static void WithoutDescription(JsonObject definition)
    {
        if (definition["exportConfig"]?["s3KeyPrefix"] is not null)
            definition.Remove("description");
    }
}
