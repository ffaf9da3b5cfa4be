using Conformance.Engine.Behaviours;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Running;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>No two resources share an identifier.</summary>
public sealed class DistinctTests
{
    [Fact]
    public async Task IdentifiersThatAllDifferPass()
    {
        using var target = new ScriptedTarget(r => Identified($"{r.Turn}"));
        var finding = await Test(target);
        Assert.Equal((Outcome.Passed, 12), (finding.Outcome, finding.Cases));
        Assert.True(Distinct.Identifiers.RunsLast);
    }

    [Fact]
    public async Task OneThatComesTwiceFailsWithBothResponses()
    {
        using var target = new ScriptedTarget(r => Identified(r.Turn is 3 or 7 ? "twice" : $"{r.Turn}"));
        var finding = await Test(target);
        Assert.Equal((Outcome.Failed, 11), (finding.Outcome, finding.Cases));
        Assert.Equal(2, finding.Evidence!.Exchanges.Length);
        Assert.Contains("twice", finding.Evidence.Actual, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneThatAnotherRequirementWasGivenCounts()
    {
        using var target = new ScriptedTarget(r => Identified(r.Turn == 1 ? "5" : $"{r.Turn}"));
        var test = Bench(target);
        var other = ScriptedTarget.Bench(test.Session, Things.Use, "another/requirement");
        await other.SendValid(other.Valid(Things.Use), "another's request");
        var finding = await Distinct.Identifiers.Test(test);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Contains("another/requirement", finding.Evidence!.Case, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutIdentifiersNothingIsShown()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var finding = await Test(target);
        Assert.Equal((Outcome.Skipped, SkipReason.NotObservable), (finding.Outcome, finding.Skip));
    }

    private static ScriptedResponse Identified(string id) => new(201, $$"""{"useId":"{{id}}"}""");

    private static Task<Finding> Test(ScriptedTarget target) => Distinct.Identifiers.Test(Bench(target));

    private static TestSession Bench(ScriptedTarget target) =>
        ScriptedTarget.Bench(
            target.Session(Things.Api, ("thing", "\"T\"")) with
            {
                Profile = Profile.Standard,
            },
            Things.Use
        );
}
