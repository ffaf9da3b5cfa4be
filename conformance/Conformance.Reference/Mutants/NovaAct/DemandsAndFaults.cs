using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;
using static Conformance.Reference.Mutants.NovaAct.TextMember;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Implementations that demand an optional member in every request, and have another fault behind that.</summary>
internal static class DemandsAndFaults
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Demands(
            "DemandsRunTokenAndReturnsTwoHundred",
            "demands a clientToken of runs and responds to them with 200",
            RunToken.Id,
            "CreateWorkflowRun/response/status-code",
            () =>
                Demanding(RunToken) with
                {
                    Finish = (operation, response) =>
                        operation == CreateRun && response.Status == 201 ? response with { Status = 200 } : response,
                }
        ),
        Demands(
            "DemandsDescriptionAndTakesTooLongNames",
            "demands a description of definitions and takes names of any length",
            Description.Id,
            $"{Name.Id}/maxLength/rejected",
            () =>
                Twists.Definition(d =>
                    d with
                    {
                        Description = d.Description with { IsRequired = true },
                        Name = d.Name.Taking(name => name.Length > 40 && Patterns.IsName(name)),
                    }
                )
        ),
        Demands(
            "DemandsLogGroupAndForgetsRunTokens",
            "demands a log group of runs and forgets their tokens",
            LogGroup.Id,
            "CreateWorkflowRun/idempotency/replay*",
            () => Demanding(LogGroup) with { RunTokens = new() { TokenOf = _ => null } }
        ),
        Demands(
            "DemandsExportConfigAndTakesTakenNames",
            "demands an exportConfig of definitions and accepts names that are taken",
            "CreateWorkflowDefinition/exportConfig",
            "CreateWorkflowDefinition/uniqueness/duplicate-name",
            () =>
                Twists.Definition(d => d with { ExportConfig = d.ExportConfig with { IsRequired = true } }) with
                {
                    Finish = (operation, response) =>
                        operation == CreateDefinition && FakeResponses.IsTaken(response)
                            ? FakeResponses.Active
                            : response,
                }
        ),
    ];

    /// <summary>Both faults are to be found, though little can be asked before the first one is known.</summary>
    public static Mutant Demands(
        string name,
        string says,
        string demanded,
        string breaks,
        Func<NovaActBehaviour> behaviour
    ) =>
        Row(name, says, [$"{demanded}/optional/accepted", breaks], behaviour)
            .AlsoBreaking("*/request/*", "*/idempotency/*", "*/uniqueness/*", "*/maxLength/*", "*/response/*")
            .ConfiguredBy(KnownValues);

    /// <summary>The behaviour that demands a text.</summary>
    public static NovaActBehaviour Demanding(TextMember member) => member.Change(m => m with { IsRequired = true });
}
