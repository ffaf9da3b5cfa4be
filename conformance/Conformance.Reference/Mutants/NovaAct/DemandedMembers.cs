using System.Text.Json.Nodes;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;
using static Conformance.Reference.Mutants.NovaAct.TextMember;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Optional members that are demanded, and combinations of members that are rejected.</summary>
internal static class DemandedMembers
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Demands("DemandsDescription", Description),
        Demands(
            "DemandsExportConfig",
            CreateDefinition,
            "exportConfig",
            () => Twists.Definition(d => d with { ExportConfig = d.ExportConfig with { IsRequired = true } })
        ),
        Demands("DemandsDefinitionToken", DefinitionToken),
        Demands("DemandsRunToken", RunToken),
        Demands("DemandsLogGroup", LogGroup),
        Demands("DemandsSdkVersion", SdkVersion),
        Row(
                "DemandsKeyPrefix",
                "demands a key prefix beside a bucket",
                ["CreateWorkflowDefinition/exportConfig.s3KeyPrefix/optional/accepted"],
                () => Demanding(KeyPrefix)
            )
            .AlsoBreaking("CreateWorkflowDefinition/exportConfig*"),
        RejectsBodies(
                "DemandsTokenBesideDescription",
                CreateDefinition,
                "demands a clientToken beside a description",
                "description/*/accepted",
                body => body.ContainsKey("description") && !body.ContainsKey("clientToken")
            )
            .AlsoBreaking("CreateWorkflowDefinition/request/*"),
        RejectsBodies(
                "DemandsTokenBesideLogGroup",
                CreateRun,
                "demands a clientToken beside a log group",
                "logGroupName/*/accepted",
                body => body.ContainsKey("logGroupName") && !body.ContainsKey("clientToken")
            )
            .AlsoBreaking("CreateWorkflowRun/request/*"),
        RejectsBodies(
                "RejectsAllMembersOfDefinition",
                CreateDefinition,
                "rejects a definition with every member",
                "request/all-members/accepted",
                body => body.Count == 4
            )
            .AlsoBreaking(
                "CreateWorkflowDefinition/idempotency/concurrent-replays",
                "CreateWorkflowDefinition/uniqueness/concurrent-duplicates"
            ),
        RejectsBodies(
                "RejectsAllMembersOfRun",
                CreateRun,
                "rejects a run with every member",
                "request/all-members/accepted",
                body => body.Count == 4
            )
            .AlsoBreaking("CreateWorkflowRun/idempotency/*"),
        // Where required members alone are rejected, nothing else can be told apart.
        RejectsBodies(
                "RejectsRunsOfRequiredMembersAlone",
                CreateRun,
                "rejects a run with the required members alone",
                "request/required-only/accepted",
                body => body.Count == 2 && body["clientInfo"] is JsonObject { Count: 1 }
            )
            .AlsoBreaking("CreateWorkflowRun/request/*", "CreateWorkflowRun/*/optional/accepted"),
    ];

    private static readonly Rejection OtherMembers = new(400, "ValidationException", "expected other members")
    {
        Members = [new("reason", "FieldValidationFailed")],
    };

    private static Mutant Demands(string name, TextMember member) =>
        Demands(name, member.Operation, member.Path, () => Demanding(member));

    /// <summary>Every valid request without an optional member is rejected, so little else can be tested.</summary>
    private static Mutant Demands(
        string name,
        NovaActOperation operation,
        string path,
        Func<NovaActBehaviour> demanding
    ) =>
        Row(
                name,
                $"demands {path} of {operation}",
                [$"{operation}/{path}/optional/accepted", $"{operation}/request/required-only/accepted"],
                demanding
            )
            .AlsoBreaking($"{operation}/request/*");

    private static NovaActBehaviour Demanding(TextMember member) => member.Change(m => m with { IsRequired = true });

    /// <summary>Some combination of members is rejected.</summary>
    public static Mutant RejectsBodies(
        string name,
        NovaActOperation operation,
        string says,
        string breaks,
        Func<JsonObject, bool> rejects
    ) =>
        Row(
                name,
                says,
                [$"{operation}/{breaks}"],
                () =>
                    Twists.Correct with
                    {
                        Handle = call =>
                            call.Operation == operation && call.Json() is { } body && rejects(body)
                                ? Twists.Correct.Reject(OtherMembers)
                                : Twists.Correct.Handle(call),
                    }
            )
            .ConfiguredBy(KnownValues);
}
