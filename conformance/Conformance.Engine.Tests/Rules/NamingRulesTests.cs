using Conformance.Engine.Rules;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

public sealed class NamingRulesTests
{
    private static readonly ErrorResponse Listing = Made.Invalid with { Members = [Made.FieldList] };

    private static readonly Operation Put = Made.Operation(
        Made.Text("name", Made.Required, Made.Max(9)),
        Made.Member("info", JsonKind.Object, Made.Required) with
        {
            Members = [Made.Text("info.version", Made.Required)],
        }
    ) with
    {
        Errors = [Listing, Made.Taken with { Members = Listing.Members }],
    };

    [Fact]
    public void OnlyAnErrorForInvalidInputThatListsFieldsGivesARequirement()
    {
        Assert.Equal(
            ["error/InvalidException/fieldList/names-the-member Should D0:1 error"],
            NamingRules.NamesTheMember.Plan(Put)
        );
        Assert.Empty(NamingRules.NamesTheMember.Plan(Made.Operation(Put.Body)));
    }

    [Theory]
    [InlineData("name", "info", "info.version", Outcome.Passed)]
    [InlineData("/name", "/info", "/info/version", Outcome.Passed)]
    [InlineData("name", "info", "info", Outcome.Passed)]
    [InlineData("name", "info", "name", Outcome.Failed)]
    [InlineData("info", "info", "info.version", Outcome.Failed)]
    [InlineData("", "", "", Outcome.Skipped)]
    public async Task TheListNamesTheMemberThatIsWrong(string ofName, string ofInfo, string ofVersion, Outcome outcome)
    {
        using var target = new ScriptedTarget(r =>
            r.TextAt("name") is not { Length: <= 9 } ? Naming(ofName)
            : r.At("info") is null ? Naming(ofInfo)
            : r.At("info.version") is null ? Naming(ofVersion)
            : ScriptedResponse.Accepted
        );
        var finding = await NamingRules.NamesTheMember.Test(target, Put);
        Assert.Equal(outcome, finding.Outcome);
        if (outcome == Outcome.Passed)
            Assert.Equal(4, finding.Cases);
    }

    [Fact]
    public async Task OneNameAmongOthersIsEnough()
    {
        using var target = new ScriptedTarget(r =>
            r.TextAt("name") is { Length: <= 9 } && r.At("info.version") is not null
                ? ScriptedResponse.Accepted
                : ScriptedResponse.Naming("other", "name", "info")
        );
        Assert.Equal(Outcome.Passed, (await NamingRules.NamesTheMember.Test(target, Put)).Outcome);
    }

    [Fact]
    public async Task AnotherStatusIsForAnotherRequirementToTell()
    {
        using var target = new ScriptedTarget(r =>
            r.TextAt("name") is { Length: <= 9 } && r.At("info.version") is not null
                ? ScriptedResponse.Accepted
                : ScriptedResponse.Naming("other") with
                {
                    Status = 422,
                }
        );
        Assert.Equal(SkipReason.NotApplicable, (await NamingRules.NamesTheMember.Test(target, Put)).Skip);
    }

    private static ScriptedResponse Naming(string field) =>
        field.Length == 0 ? ScriptedResponse.Rejected : ScriptedResponse.Naming(field);
}
