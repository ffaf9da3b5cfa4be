using Conformance.Engine.Rules;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

public sealed class ChoiceRulesTests
{
    private static readonly ImmutableArray<string> Colours = ["RED", "GREEN", "blue"];

    private static readonly Operation Put = Made.Operation(
        Made.Text("colour", Made.Required, new OneOf(Colours, Level.Must, Made.At(7)))
    );

    [Fact]
    public void AListGivesTwoRequirements()
    {
        Assert.Equal(["colour/enum/accepted Must D0:7 value Inside"], ChoiceRules.AcceptsListed.Plan(Put));
        Assert.Equal(["colour/enum/rejected Must D0:7 value Outside"], ChoiceRules.RejectsUnlisted.Plan(Put));
    }

    [Fact]
    public async Task EveryListedValueIsTriedAndNoOther()
    {
        using var target = Taking([.. Colours]);
        Assert.Equal(Outcome.Passed, (await ChoiceRules.AcceptsListed.Test(target, Put)).Outcome);
        Assert.Equal(Colours, target.Requests.Select(r => r.TextAt("colour")));
    }

    [Fact]
    public async Task AListedValueThatIsRejectedFails()
    {
        using var target = Taking("RED", "GREEN");
        var finding = await ChoiceRules.AcceptsListed.Test(target, Put);
        Assert.Equal((Outcome.Failed, "\"blue\""), (finding.Outcome, finding.Evidence!.OriginalValue));
    }

    [Fact]
    public async Task NeighboursOfAListedValueAreViolations()
    {
        using var target = Taking([.. Colours]);
        var test = target.Bench(Put);
        Assert.Equal(Outcome.Passed, (await ChoiceRules.RejectsUnlisted.Test(test)).Outcome);
        var sent = test.Tried.Sent.Select(c => ((Generators.JsonText)c.Sample!.Value).Value).ToHashSet();
        Assert.Superset(new HashSet<string> { "red", "RED ", "RED\n", "RE", "" }, sent);
        Assert.Empty(sent.Intersect(Colours));
    }

    [Theory]
    [InlineData("red")]
    [InlineData("RED ")]
    [InlineData("")]
    [InlineData("CONFORMANCE_UNKNOWN")]
    public async Task AnUnlistedValueThatIsAcceptedFails(string unlisted)
    {
        using var target = Taking([.. Colours, unlisted]);
        var finding = await ChoiceRules.RejectsUnlisted.Test(target, Put);
        Assert.Equal((Outcome.Failed, 1), (finding.Outcome, finding.FailedCases.Length));
        Assert.Equal($"\"{unlisted}\"", finding.Evidence!.OriginalValue);
    }

    private static ScriptedTarget Taking(params string[] colours) =>
        new(r => colours.Contains(r.TextAt("colour")) ? ScriptedResponse.Accepted : ScriptedResponse.Rejected);
}
