using Conformance.Contracts.Broker;
using Conformance.Engine.Configuration;

namespace Conformance.Contracts.Tests.Broker;

public sealed class BrokerCredentialsTests
{
    [Theory]
    [InlineData("PACT_BROKER_TOKEN", "s3cr3t\n", "PACT_BROKER_TOKEN holds a line end at character 7")]
    [InlineData("PACT_BROKER_TOKEN", "s3cr3t\0", "PACT_BROKER_TOKEN holds a control character (U+0000) at character 7")]
    [InlineData("PACT_BROKER_TOKEN", "s3cr3té", "PACT_BROKER_TOKEN holds a character outside ASCII at character 7")]
    [InlineData("PACT_BROKER_TOKEN", "s3cr3t ", "PACT_BROKER_TOKEN ends with a blank")]
    [InlineData("PACT_BROKER_USERNAME", "me:s3cr3t", "PACT_BROKER_USERNAME holds : at character 3")]
    [InlineData("PACT_BROKER_USERNAME", "me\r\ns3cr3t", "PACT_BROKER_USERNAME holds a line end at character 3")]
    public void WhatCanNotBeSentIsNamedAndNotRepeated(string variable, string value, string says)
    {
        var refused = Refusal((variable, value), ("PACT_BROKER_PASSWORD", "pw"));
        Assert.StartsWith($"the environment variable {says}", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void APasswordMayHoldAnyTextButControlCharacters()
    {
        var known = From(("PACT_BROKER_USERNAME", "mé"), ("PACT_BROKER_PASSWORD", " p:ä😀 "));
        Assert.Equal("bcOpOiBwOsOk8J+YgCA=", known.Authorization?.Parameter);
        Assert.Contains(
            "PACT_BROKER_PASSWORD holds a line end at character 2",
            Refusal(("PACT_BROKER_USERNAME", "me"), ("PACT_BROKER_PASSWORD", "p\n")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("PACT_BROKER_USERNAME", "PACT_BROKER_PASSWORD")]
    [InlineData("PACT_BROKER_PASSWORD", "PACT_BROKER_USERNAME")]
    public void OneOfTheTwoAloneIsAMistake(string given, string missing) =>
        Assert.Equal($"the environment variable {missing} is not set; export it", Refusal((given, "x")));

    [Fact]
    public void NobodyHasToAskAsSomebody() => Assert.Null(From(("PACT_BROKER_TOKEN", "")).Authorization);

    private static string Refusal(params (string Name, string Value)[] variables) =>
        Assert.Throws<ConfigurationException>(() => From(variables)).Message;

    private static BrokerCredentials From(params (string Name, string Value)[] variables) =>
        BrokerCredentials.From(variables.ToDictionary(v => v.Name, v => v.Value).GetValueOrDefault);
}
