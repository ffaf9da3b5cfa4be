using Conformance.Engine.Configuration;
using Conformance.Generators;

namespace Conformance.Engine.Tests.Configuration;

public sealed class FixturesTests
{
    private static readonly Fixtures Configured = Of(
        ("flow", "\"F\""),
        ("inputs", """[{"node":"N","content":{"a":[1,2]}}]"""),
        ("inputs[].port", "\"P\""),
        ("layers", """["one","two"]"""),
        ("count", "1.50"),
        ("isOn", "true"),
        ("nothing", "null")
    );

    [Theory]
    [InlineData("flow", "\"F\"")]
    [InlineData("inputs[].port", "\"P\"")]
    [InlineData("inputs[].node", "\"N\"")]
    [InlineData("inputs[]", """{"node":"N","content":{"a":[1,2]}}""")]
    [InlineData("inputs[].content.a[]", "1")]
    [InlineData("layers[]", "\"one\"")]
    [InlineData("nothing", "null")]
    public void AValueIsFoundByItsNameOrInAParent(string name, string json) =>
        Assert.Equal(json, Configured.For(name)?.ToJson());

    [Theory]
    [InlineData("node")]
    [InlineData("inputs[].other")]
    [InlineData("flow.part")]
    [InlineData("")]
    public void WhatIsNotConfiguredIsNotThere(string name)
    {
        Assert.Null(Configured.For(name));
        Assert.Null(Configured.TextFor(name));
    }

    [Theory]
    [InlineData("flow", "F")]
    [InlineData("count", "1.50")]
    [InlineData("isOn", "true")]
    [InlineData("layers", null)]
    [InlineData("nothing", null)]
    public void OnlyAScalarHasText(string name, string? text) => Assert.Equal(text, Configured.TextFor(name));

    private static Fixtures Of(params (string Name, string Json)[] values) =>
        new(values.ToImmutableDictionary(v => v.Name, v => JsonValue.Parse(v.Json)));
}
