using Conformance.Engine.Planning;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Engine.Tests.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;
using FsCheck.Fluent;

namespace Conformance.Engine.Tests.Planning;

/// <summary>In which order requirements have their turn.</summary>
public sealed class ExecutionOrderTests
{
    private static readonly string[] InOrder =
    [
        "state a",
        "request b",
        "presence c",
        "idempotency a",
        "webhook b",
        "length a/accepted",
        "error a",
        "authentication a",
        "uri b",
        "body c",
        "type a/rejected",
        "value b/accepted",
        "type a/accepted",
        "pattern a/rejected",
        "pattern a/accepted",
        "observation a",
    ];

    [Fact]
    public void WhatSeesThroughMuchWithFewRequestsComesFirstWhateverTheOrderBefore() =>
        Prop.ForAll(Gen.Shuffle(InOrder).ToArbitrary(), shuffled => Ordered(shuffled).SequenceEqual(InOrder)).Holds();

    [Fact]
    public void OfTheSameTurnTheIdDecidesLetterByLetter() =>
        Assert.Equal(
            ["length B", "length a", "length aa", "length b"],
            Ordered("length b", "length aa", "length a", "length B")
        );

    [Fact]
    public void WhatIsToComeFirstDoesBeforeAllOthersInTheSameOrder()
    {
        string[] all = ["request a", "length a", "observation a", "type a/accepted"];
        var planned = ExecutionOrder.InOrder(
            all.Select(Planned),
            p => p.Requirement.Group.Name is "type" or "observation"
        );
        Assert.Equal(["type a/accepted", "observation a", "request a", "length a"], planned.Select(Said));
    }

    private static IEnumerable<string> Ordered(params string[] requirements) =>
        ExecutionOrder.InOrder(requirements.Select(Planned), _ => false).Select(Said);

    private static string Said(PlannedRequirement planned) => $"{planned.Requirement.Group} {planned.Requirement.Id}";

    private static PlannedRequirement Planned(string requirement)
    {
        var (group, id) = (requirement.Split(' ')[0], requirement.Split(' ')[1]);
        return new(
            new Requirement(id, "sample", "Put", new RequirementGroup(group), Level.Must, [], "It is.", []),
            Rejecting.Put,
            _ => Task.FromResult(Finding.Passed(1))
        )
        {
            Facet = id.Split('/') switch
            {
                [_, "accepted"] => new Facet(Rejecting.Put.Body[0], null, Side.Inside),
                [_, "rejected"] => new Facet(Rejecting.Put.Body[0], null, Side.Outside),
                _ => null,
            },
        };
    }
}
