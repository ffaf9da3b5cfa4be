using Conformance.Engine.Rules;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

public sealed class ItemRulesTests
{
    private static readonly Operation Put = Made.Operation(
        Tags("tags", new MinItems(2, Level.Must, Made.At(7)), new MaxItems(4, Level.Should, Made.At(8))),
        Tags("none", new MinItems(0, Level.Must, Made.At(7))),
        Tags("one", new MinItems(1, Level.Must, Made.At(9)))
    );

    [Fact]
    public void EachLimitOnItemsGivesOneRequirementUnlessNothingBreaksIt()
    {
        Assert.Equal(
            [
                "tags/minItems/rejected Must D0:7 value Outside no-more",
                "one/minItems/rejected Must D0:9 value Outside no-more",
            ],
            ItemRules.RejectsTooFew.Plan(Put)
        );
        Assert.Equal(["tags/maxItems/rejected Should D0:8 value Outside no-more"], ItemRules.RejectsTooMany.Plan(Put));
    }

    [Fact]
    public void TheFewestAndTheMostAreAcceptedUnlessThereIsOneLegalNumber()
    {
        Assert.Equal(
            [
                "tags/minItems/accepted Must D0:7 value Inside",
                "none/minItems/accepted Must D0:7 value Inside",
                "one/minItems/accepted Must D0:9 value Inside",
            ],
            ItemRules.AcceptsFewest.Plan(Put)
        );
        Assert.Equal(["tags/maxItems/accepted Should D0:8 value Inside"], ItemRules.AcceptsMost.Plan(Put));
        var just = Made.Operation(
            Tags("tags", new MinItems(2, Level.Must, Made.At(7)), new MaxItems(2, Level.Must, Made.At(8)))
        );
        Assert.Empty(ItemRules.AcceptsFewest.Plan(just));
        Assert.Empty(ItemRules.AcceptsMost.Plan(just));
    }

    [Fact]
    public async Task AListWhoseMostItemsAreRejectedFails()
    {
        using var strict = Taking(2, 3);
        Assert.Equal(Outcome.Failed, (await ItemRules.AcceptsMost.Test(strict, Put, "tags")).Outcome);
        using var right = Taking(2, 4);
        Assert.Equal(Outcome.Passed, (await ItemRules.AcceptsMost.Test(right, Put, "tags")).Outcome);
        Assert.Equal(Outcome.Passed, (await ItemRules.AcceptsFewest.Test(right, Put, "tags")).Outcome);
    }

    public static TheoryData<Rule, int[]> Probes =>
        new() { { ItemRules.RejectsTooFew, [2, 1, 0] }, { ItemRules.RejectsTooMany, [2, 5, 8, 14] } };

    [Theory]
    [MemberData(nameof(Probes))]
    public async Task AfterTheControlArraysOfOtherCountsAreSentWhoseItemsAreAllLegal(Rule rule, int[] counts)
    {
        using var target = Taking(2, 4);
        Assert.Equal(Outcome.Passed, (await rule.Test(target, Put, "tags")).Outcome);
        Assert.Equal(counts, target.Requests.Select(Count));
        var first = ((JsonArray)target.Requests[0].At("tags")!).Items[0];
        Assert.All(
            target.Requests.Skip(1).SelectMany(r => ((JsonArray)r.At("tags")!).Items),
            item => Assert.IsType(first.GetType(), item)
        );
    }

    [Theory]
    [InlineData(1, 4, "minItems/rejected", 1)]
    [InlineData(0, 4, "minItems/rejected", 1)]
    [InlineData(2, 5, "maxItems/rejected", 5)]
    public async Task ALimitThatIsOffByOneFailsOnItsSide(int fewest, int most, string failed, int count)
    {
        foreach (var rule in new[] { ItemRules.RejectsTooFew, ItemRules.RejectsTooMany })
        {
            using var target = Taking(fewest, most);
            var finding = await rule.Test(target, Put, "tags");
            Assert.Equal(rule.Kind == failed ? Outcome.Failed : Outcome.Passed, finding.Outcome);
            if (rule.Kind == failed)
                Assert.Contains($": {count} item", finding.Evidence!.Case, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task OfOneItemThereIsOneNumberFewer()
    {
        using var target = new ScriptedTarget(r =>
            r.At("one") is JsonArray { Items.Length: > 0 } ? ScriptedResponse.Accepted : ScriptedResponse.Rejected
        );
        var finding = await ItemRules.RejectsTooFew.Test(target, Put, "one");
        Assert.Equal((Outcome.Passed, 1, 2), (finding.Outcome, finding.Cases, target.Requests.Length));
        Assert.StartsWith(
            "one of fewer than 1 item ",
            ItemRules.RejectsTooFew.Of(Put).Last().Requirement.Says,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ListsOfSeveralItemsAreAcceptedAndRepeatedItemsRecorded()
    {
        string[] lists = ["tags", "none", "one"];
        Assert.Equal(
            lists.Select(m => $"{m}/items/several/accepted Must D0:1 value"),
            ItemRules.AcceptsSeveral.Plan(Put)
        );
        Assert.Equal(
            lists.Select(m => $"{m}/items/repeated/observed May D0:1 observation"),
            ItemRules.ObservesRepeated.Plan(Put)
        );
        var single = Made.Operation(Tags("tags", new MaxItems(1, Level.Must, Made.At(8))));
        Assert.Empty(ItemRules.AcceptsSeveral.Plan(single));
        Assert.Empty(ItemRules.ObservesRepeated.Plan(single));
    }

    [Fact]
    public async Task AListOfSeveralItemsThatIsRejectedFails()
    {
        using var strict = new ScriptedTarget(r =>
            r.At("one") is JsonArray { Items.Length: <= 3 } ? ScriptedResponse.Accepted : ScriptedResponse.Rejected
        );
        Assert.Equal(Outcome.Failed, (await ItemRules.AcceptsSeveral.Test(strict, Put, "one")).Outcome);
        using var right = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        Assert.Equal(Outcome.Passed, (await ItemRules.AcceptsSeveral.Test(right, Put, "one")).Outcome);
    }

    [Fact]
    public async Task ATargetThatRejectsRepeatedItemsIsAccusedOfNothing()
    {
        using var target = new ScriptedTarget(r =>
            r.At("one") is JsonArray { Items: var items } && items.Distinct().Count() == items.Length
                ? ScriptedResponse.Accepted
                : ScriptedResponse.Rejected
        );
        var finding = await ItemRules.ObservesRepeated.Test(target, Put, "one");
        Assert.Equal(Outcome.Passed, finding.Outcome);
        Assert.StartsWith("400", Assert.Single(finding.Observations).Saw, StringComparison.Ordinal);
    }

    private static int Count(ScriptedRequest request) => ((JsonArray)request.At("tags")!).Items.Length;

    private static Member Tags(string name, params ImmutableArray<Constraint> constraints) =>
        Made.Member(name, JsonKind.Array, [Made.Required, .. constraints]) with
        {
            Members = [Made.Text($"{name}[]")],
        };

    private static ScriptedTarget Taking(int fewest, int most) =>
        new(r => Count(r) >= fewest && Count(r) <= most ? ScriptedResponse.Accepted : ScriptedResponse.Rejected);
}
