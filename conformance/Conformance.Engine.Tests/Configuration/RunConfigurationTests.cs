using Conformance.Engine.Configuration;
using Conformance.Engine.Tests.Requests;

namespace Conformance.Engine.Tests.Configuration;

public sealed class RunConfigurationTests
{
    private static readonly Uri Here = new("http://here.example/");

    [Fact]
    public void WhatIsSaidGoesBeforeTheOtherNameByName()
    {
        var over = Of(
                new()
                {
                    Fixtures = Taking.Of(("flow", "\"MINE\""), ("layers", "[]")),
                    Conventions = Named("label", "mine"),
                    Unsupported = new(["Mine"]),
                }
            )
            .Over(
                Of(
                    new()
                    {
                        Url = Here,
                        Fixtures = Taking.Of(("flow", "\"OTHER\""), ("arn", "\"OTHER\"")),
                        Conventions = Named("label", "other").Add("id", "other"),
                        Unsupported = new(["Other"]),
                    }
                )
            )
            .For("sample");
        Assert.Equal(("MINE", "OTHER"), (over.Fixtures.TextFor("flow"), over.Fixtures.TextFor("arn")));
        Assert.Equal("[]", over.Fixtures.For("layers")!.ToJson());
        Assert.Equal(("mine", "other"), (over.Conventions["label"], over.Conventions["id"]));
        Assert.Equal(["Other", "Mine"], over.Unsupported.Names);
        Assert.Equal(Here, over.Url);
    }

    [Fact]
    public void WhatIsNamedWholeLeavesNoPartOfTheOther()
    {
        var over = Taking
            .Of(("inputs", """[{"node":"MINE"}]"""))
            .Over(Taking.Of(("inputs[].node", "\"O\""), ("inputs[].port", "\"O\"")));
        Assert.Equal("MINE", over.TextFor("inputs[].node"));
        Assert.Null(over.For("inputs[].port"));
    }

    [Fact]
    public void ApisOfEitherAreThereAndTheRestIsItsOwn()
    {
        var mine = new RunConfiguration
        {
            Target = Here,
            Limits = new() { Parallel = 3 },
        };
        var over = mine.Over(
            Of(new() { Fixtures = Taking.Of(("flow", "\"O\"")) }) with
            {
                Limits = new() { Parallel = 9 },
            }
        );
        Assert.Equal("O", over.For("sample").Fixtures.TextFor("flow"));
        Assert.Equal((Here, 3), (over.Target, over.Limits.Parallel));
    }

    private static RunConfiguration Of(ApiConfiguration sample) =>
        new() { Apis = RunConfiguration.NoApis.Add("sample", sample) };

    private static ImmutableDictionary<string, string> Named(string name, string value) =>
        ImmutableDictionary<string, string>.Empty.Add(name, value);
}
