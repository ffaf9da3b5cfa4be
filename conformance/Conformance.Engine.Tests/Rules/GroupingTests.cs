using Conformance.Engine.Rules;
using Conformance.Engine.Tests.Scripted;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

/// <summary>The kinds of requirement that reports count.</summary>
public sealed class GroupingTests
{
    public static TheoryData<Constraint, string> Constraints =>
        new()
        {
            { Made.Required, "presence" },
            { Made.Optional, "presence" },
            { new TypeIs(JsonKind.Any, Level.Must, Made.At(1)), "type" },
            { Made.Min(1), "length" },
            { Made.Max(1), "length" },
            { new NotBlank(Level.Must, Made.At(1)), "length" },
            { Made.Matching("a"), "pattern" },
            { new OneOf(["a"], Level.Must, Made.At(1)), "value" },
            { new MinItems(1, Level.Must, Made.At(1)), "value" },
            { new MaxItems(1, Level.Must, Made.At(1)), "value" },
            { new Minimum(1, Level.Must, Made.At(1)), "value" },
            { new Maximum(1, Level.Must, Made.At(1)), "value" },
        };

    [Theory]
    [MemberData(nameof(Constraints))]
    public void AConstraintBelongsToAKind(Constraint constraint, string group) =>
        Assert.Equal(group, Grouping.Of(constraint).Name);

    [Theory]
    [InlineData("uniqueness/duplicate-name", Level.Must, "state")]
    [InlineData("not-found/unknown", Level.Must, "state")]
    [InlineData("refusal/changes-nothing", Level.Should, "state")]
    [InlineData("supporting/get", Level.Should, "state")]
    [InlineData("idempotency/replay", Level.Must, "idempotency")]
    [InlineData("body/empty", Level.Should, "body")]
    [InlineData("tides/neap", Level.Must, "tides")]
    [InlineData("uniqueness/name-case", Level.May, "observation")]
    [InlineData("body/byte-order-mark", Level.May, "observation")]
    public void ABehaviourBelongsToTheKindThatItsIdBeginsWith(string id, Level level, string group) =>
        Assert.Equal(group, Grouping.Of(new Behaviour(id, "Put", level, [], "It is.", [])).Name);
}
