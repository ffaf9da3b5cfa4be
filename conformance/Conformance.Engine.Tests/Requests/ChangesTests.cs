using Conformance.Engine.Requests;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Requests;

public sealed class ChangesTests
{
    private static readonly RequestDraft Draft = new(
        Samples.Ask,
        ImmutableDictionary<string, string>.Empty.Add("flow", "FLOW"),
        JsonValue.Parse("""{"inputs":[{"node":"N","content":1}]}""")
    );

    [Fact]
    public void EveryMemberTakesItsNewValue()
    {
        var changed = Draft.Changed("it", JsonValue.Parse("""{"flow":"FAIL","inputs[].node":"M","count":2}"""));
        Assert.Equal("/flows/FAIL", changed.ToWire().Target);
        Assert.Equal("""{"inputs":[{"node":"M","content":1}],"count":2}""", changed.Body!.ToJson());
    }

    [Fact]
    public void WhereAMemberTakesAnyJsonAPathMayLeadIntoIt() =>
        Assert.Equal(
            """{"inputs":[{"node":"N","content":{"a":{"b":2}}}],"setup":{"key":1}}""",
            (Draft with { Operation = Samples.AskEither })
                .Changed("it", JsonValue.Parse("""{"inputs[].content.a.b":2,"setup.key":1}"""))
                .Body!.ToJson()
        );

    [Fact]
    public void NothingToChangeChangesNothing() => Assert.Equal(Draft, Draft.Changed("it", JsonObject.Empty));

    [Theory]
    [InlineData("""{"node":"M"}""", "Ask has no member node")]
    [InlineData("\"M\"", "got \"M\"")]
    public void WhatIsNoChangeIsAFixtureToCorrect(string changes, string says)
    {
        var cannot = Assert.Throws<CannotArrangeException>(() =>
            Draft.Changed("failures.it", JsonValue.Parse(changes))
        );
        Assert.Equal(SkipReason.MissingFixture, cannot.Skip);
        Assert.Contains(
            $"fixture failures.it, but {says}; correct it under apis.sample.fixtures",
            cannot.Message,
            StringComparison.Ordinal
        );
    }
}
