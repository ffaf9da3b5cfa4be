using Conformance.Engine.Rules;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

/// <summary>The kinds of requirement that reports count.</summary>
public sealed class GroupingTests
{
    [Theory]
    [InlineData("uniqueness/duplicate-name", Level.Must, "state")]
    [InlineData("not-found/unknown", Level.Must, "state")]
    [InlineData("refusal/changes-nothing", Level.Should, "state")]
    [InlineData("supporting/get", Level.Should, "state")]
    [InlineData("concurrency/own-responses", Level.Should, "state")]
    [InlineData("idempotency/replay", Level.Must, "idempotency")]
    [InlineData("body/empty", Level.Should, "body")]
    [InlineData("tides/neap", Level.Must, "tides")]
    [InlineData("uniqueness/name-case", Level.May, "observation")]
    [InlineData("body/byte-order-mark", Level.May, "observation")]
    public void ABehaviourBelongsToTheKindThatItsIdBeginsWith(string id, Level level, string group) =>
        Assert.Equal(group, Grouping.Of(new Behaviour(id, "Put", level, [], "It is.", [])).Name);
}
