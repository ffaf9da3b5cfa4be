using Conformance.Engine.Rules;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

/// <summary>One wrong item among legal ones.</summary>
public sealed class AmongItemsTests
{
    private static readonly Operation Put = Made.Operation(
        Made.Member("tags", JsonKind.Array, Made.Required) with
        {
            Members = [Made.Text("tags[]")],
        }
    );

    [Theory]
    [InlineData("first", 0)]
    [InlineData("second", 1)]
    [InlineData("last", 2)]
    public async Task ATargetThatOverlooksOnePositionFails(string says, int overlooked)
    {
        using var target = new ScriptedTarget(r =>
            r.At("tags") is JsonArray { Items: var items }
            && items.Where((_, i) => items.Length == 1 || i != overlooked).All(item => item is JsonText)
                ? ScriptedResponse.Accepted
                : ScriptedResponse.Rejected
        );
        var finding = await TypeRules.RejectsOtherKinds.Test(target, Put, "tags[]");
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.All(
            finding.FailedCases,
            failed => Assert.Contains($"in the {says} of 3 items", failed, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task ATargetThatLooksAtEveryItemPasses()
    {
        using var target = new ScriptedTarget(r =>
            r.At("tags") is JsonArray { Items: var items } && items.All(item => item is JsonText)
                ? ScriptedResponse.Accepted
                : ScriptedResponse.Rejected
        );
        Assert.Equal(Outcome.Passed, (await TypeRules.RejectsOtherKinds.Test(target, Put, "tags[]")).Outcome);
    }

    [Fact]
    public void OfAnArrayOfOneItemThereIsOnePosition()
    {
        var item = Made.Text("tags[]");
        var one = Made.Operation(
            Made.Member("tags", JsonKind.Array, Made.Required, new MaxItems(1, Level.Must, Made.At(3))) with
            {
                Members = [item],
            }
        );
        Assert.Empty(AmongItems.Of(one, item, [new Case("nothing", "nothing", request => request)]));
    }

    [Fact]
    public void WhatStandsInNoArrayHasNoPosition() =>
        Assert.Empty(AmongItems.Of(Put, Put.Body[0], [new Case("nothing", "nothing", request => request)]));
}
