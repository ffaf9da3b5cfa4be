using Conformance.Engine.Configuration;

namespace Conformance.Engine.Tests.Configuration;

public sealed class FixturesSectionTests
{
    [Theory]
    [InlineData("arn: plain", "\"plain\"")]
    [InlineData("arn: '12'", "\"12\"")]
    [InlineData("arn: \"true\"", "\"true\"")]
    [InlineData("arn: !!str 12", "\"12\"")]
    [InlineData("arn: |\n  two\n  lines\n", "\"two\\nlines\\n\"")]
    [InlineData("arn: 12", "12")]
    [InlineData("arn: -1.50e+3", "-1.50e+3")]
    [InlineData("arn: 99999999999999999999", "99999999999999999999")]
    [InlineData("arn: 1.2.3", "\"1.2.3\"")]
    [InlineData("arn: 2026-01-02", "\"2026-01-02\"")]
    [InlineData("arn: yes", "\"yes\"")]
    [InlineData("arn: True", "true")]
    [InlineData("arn: FALSE", "false")]
    [InlineData("arn: ~", "null")]
    [InlineData("arn: { a: [1, x, { b: }], 1: \"\\ud83d\\ude00\" }", "{\"a\":[1,\"x\",{\"b\":null}],\"1\":\"😀\"}")]
    [InlineData("{\"arn\": {\"a\": [1.0, \"1.0\", null]}}", "{\"a\":[1.0,\"1.0\",null]}")]
    public void AValueIsReadAsTheCoreSchemaSays(string yaml, string json) =>
        Assert.Equal(json, Read(yaml).For("arn")!.ToJson());

    [Theory]
    [InlineData("flow: 123456", "flow", "\"123456\"")]
    [InlineData("flow: true", "flow", "\"true\"")]
    [InlineData("flow: 0x1F", "flow", "\"0x1F\"")]
    [InlineData("layers: [1, two]", "layers", "[\"1\",\"two\"]")]
    [InlineData("inputs: [{ node: 1, content: 1 }]", "inputs", "[{\"node\":\"1\",\"content\":1}]")]
    [InlineData("inputs[].content: { node: 1 }", "inputs[].content", "{\"node\":1}")]
    [InlineData(
        "failures: { an: { 'inputs[].node': 1, count: 1 }, other: { setup: { count: x } } }",
        "failures",
        "{\"an\":{\"inputs[].node\":\"1\",\"count\":1},\"other\":{\"setup\":{\"count\":\"x\"}}}"
    )]
    public void TheValueOfAStringIsTextHoweverItStands(string yaml, string name, string json) =>
        Assert.Equal(json, Read(yaml).For(name)!.ToJson());

    [Theory]
    [InlineData("arn: 007", ":4:12: '007' is a number that JSON can't write")]
    [InlineData("arn: { a: .5 }", ":4:17: '.5' is a number")]
    [InlineData("arn: [+1]", ":4:13: '+1' is a number")]
    [InlineData("arn: .inf", ":4:12: '.inf' is a number")]
    [InlineData("arn: 0x1F", ":4:12: '0x1F' is a number")]
    [InlineData("arn: !!int '1'", ":4:12: the tag tag:yaml.org,2002:int is not understood")]
    [InlineData("arn: { [a]: 1 }", ":4:14: expected a name")]
    [InlineData("arn:", ":4:11: expected a value for arn")]
    [InlineData("arn: ''", ":4:12: expected a value for arn")]
    [InlineData("an: 1", ":4:7: unknown fixture 'an'; expected one of flow, inputs, inputs[], inputs[].node")]
    [InlineData("token: T", ":4:7: expected a member whose value many requests may share, got token")]
    public void WhatCanNotBeSaidInJsonOrServeIsRefusedWhereItStands(string yaml, string says) =>
        Assert.StartsWith("c.yaml" + says, Refusal(yaml), StringComparison.Ordinal);

    [Theory]
    [InlineData("flow: F", ":4:13: expected a value of flow that matches [A-Za-z0-9:/]{4,64} (D0:1), but it is \"F\"")]
    [InlineData("count: 1.5", ":4:14: expected a value of count that is an integer")]
    [InlineData("count: '1'", ":4:14: expected a value of count that is an integer")]
    [InlineData("count: null", ":4:14: expected a value of count, but it is null")]
    [InlineData("layers: one", ":4:15: expected a value of layers that is an array")]
    [InlineData("inputs: [{ content: 1 }]", ":4:15: expected a value that holds inputs[].node (D0:1)")]
    [InlineData("inputs: [{ node: {}, content: 1 }]", ":4:15: expected a value of inputs[].node that is a string")]
    [InlineData("inputs: [{ node: a, content: 1 }, { node: b, content: 1 }]", "has at most 1 items")]
    public void AValueThatNoValidRequestCanHoldIsRefused(string yaml, string says) =>
        Assert.Contains(says, Refusal(yaml), StringComparison.Ordinal);

    [Fact]
    public void AnyValueServesAMemberThatTakesAny() =>
        Assert.Equal("null", Read("inputs[].content: null").For("inputs[].content")!.ToJson());

    [Fact]
    public void AValueWithoutAnEndIsRefused() =>
        Assert.Contains("c.yaml:", Refusal("arn: &it [*it]"), StringComparison.Ordinal);

    private static Fixtures Read(string yaml) =>
        ConfigurationFile.Parse(Whole(yaml), "c.yaml", [Samples.Planned]).For("sample").Fixtures;

    private static string Refusal(string yaml) => Assert.Throws<ConfigurationException>(() => Read(yaml)).Message;

    private static string Whole(string yaml) =>
        yaml.StartsWith('{')
            ? $"{{\"apis\": {{\"sample\": {{\"fixtures\": {yaml}}}}}}}"
            : "apis:\n  sample:\n    fixtures:\n      " + yaml.Replace("\n", "\n      ", StringComparison.Ordinal);
}
