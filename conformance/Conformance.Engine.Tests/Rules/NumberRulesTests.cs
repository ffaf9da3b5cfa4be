using System.Globalization;
using Conformance.Engine.Rules;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

public sealed class NumberRulesTests
{
    private static readonly Operation Put = Made.Operation(
        Made.Member(
            "size",
            JsonKind.Integer,
            Made.Required,
            new Minimum(1, Level.Must, Made.At(7)),
            new Maximum(9, Level.Should, Made.At(8))
        )
    );

    public static TheoryData<Rule, string> Plans =>
        new()
        {
            { NumberRules.AcceptsSmallest, "size/minimum/accepted Must D0:7 value Inside" },
            { NumberRules.RejectsTooSmall, "size/minimum/rejected Must D0:7 value Outside" },
            { NumberRules.AcceptsLargest, "size/maximum/accepted Should D0:8 value Inside" },
            { NumberRules.RejectsTooLarge, "size/maximum/rejected Should D0:8 value Outside" },
        };

    public static TheoryData<Rule, int[]> Probes =>
        new()
        {
            { NumberRules.AcceptsSmallest, [1, 2] },
            { NumberRules.RejectsTooSmall, [0, -999, -1, int.MinValue] },
            { NumberRules.AcceptsLargest, [9, 8] },
            { NumberRules.RejectsTooLarge, [10, 1009, 18, int.MaxValue] },
        };

    [Theory]
    [MemberData(nameof(Plans))]
    public void EachLimitGivesItsRequirements(Rule rule, string row) => Assert.Equal([row], rule.Plan(Put));

    [Theory]
    [MemberData(nameof(Probes))]
    public async Task TheNumbersOnBothSidesOfALimitAreTried(Rule rule, int[] numbers)
    {
        using var target = KitRuns(1, 9);
        var test = target.Bench(Put);
        Assert.Equal(Outcome.Passed, (await rule.Test(test)).Outcome);
        Assert.Equal(
            numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)),
            test.Tried.Sent.Select(c => c.Sample!.Value.ToJson())
        );
    }

    [Theory]
    [InlineData(2, 9, "minimum/accepted")]
    [InlineData(0, 9, "minimum/rejected")]
    [InlineData(1, 8, "maximum/accepted")]
    [InlineData(1, 10, "maximum/rejected")]
    public async Task ALimitThatIsOffByOneFailsOnItsSide(int smallest, int largest, string failed)
    {
        foreach (var rule in RuleBook.All.Where(r => r.Kind.StartsWith("minimum") || r.Kind.StartsWith("maximum")))
        {
            using var target = KitRuns(smallest, largest);
            var outcome = (await rule.Test(target, Put)).Outcome;
            Assert.True(outcome == (rule.Kind == failed ? Outcome.Failed : Outcome.Passed), $"{rule.Kind}: {outcome}");
        }
    }

    private static ScriptedTarget KitRuns(int smallest, int largest) =>
        new(r =>
            r.At("size") is JsonRaw { IsNumber: true } size
            && int.Parse(size.Text, CultureInfo.InvariantCulture) is var number
            && number >= smallest
            && number <= largest
                ? ScriptedResponse.Accepted
                : ScriptedResponse.Rejected
        );
}
