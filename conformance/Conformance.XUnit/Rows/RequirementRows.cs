using Conformance.Apis;
using Conformance.Reports;
using Conformance.Reports.Text;
using Conformance.XUnit.Running;
using Xunit;

namespace Conformance.XUnit.Rows;

/// <summary>The selected requirements as rows of a theory.</summary>
internal static class RequirementRows
{
    public const string LevelTrait = "level";
    public const string ApiTrait = "api";
    public const string OperationTrait = "operation";
    public const string GroupTrait = "group";

    /// <summary>Value of <see cref="LevelTrait"/> for what is mandatory.</summary>
    public const string Must = "must";

    /// <summary>A row for each requirement that the target selects.</summary>
    public static IReadOnlyList<TheoryDataRow<string>> Of(ConformanceTarget target)
    {
        var selection = Selecting.Of(target);
        return
        [
            .. Catalog
                .Load()
                .SelectMany(api => api.Requirements)
                .Select(planned => planned.Requirement)
                .Where(selection.Includes)
                .Select(Row),
        ];
    }

    // Without a label xunit would put the arguments behind the name, which is the argument already.
    private static TheoryDataRow<string> Row(Requirement requirement) =>
        new TheoryDataRow<string>(requirement.Id) { TestDisplayName = requirement.Id, Label = "" }
            .WithTrait(LevelTrait, Words.Of(requirement.Level))
            .WithTrait(ApiTrait, requirement.Api)
            .WithTrait(OperationTrait, requirement.Operation)
            .WithTrait(GroupTrait, requirement.Group.Name);
}
