using Conformance.Engine.Configuration;

namespace Conformance.Engine.Tests.Configuration;

public sealed class SecretReaderTests
{
    [Fact]
    public void EachSourceIsReadOnce()
    {
        var reads = 0;
        var secrets = new SecretReader(name => $"value {++reads} of {name}");
        var source = new SecretSource("TOKEN", null);
        Assert.Equal("value 1 of TOKEN", secrets.Read(source, SecretUse.InHeader));
        Assert.Equal("value 1 of TOKEN", secrets.Read(source with { }, SecretUse.InHeader));
        Assert.Equal("value 2 of OTHER", secrets.Read(new("OTHER", null), SecretUse.InHeader));
    }

    [Fact]
    public void AllThatIsSecretIsRemembered()
    {
        var secrets = new SecretReader(name => $"value-of-{name}");
        foreach (var use in Enum.GetValues<SecretUse>())
            secrets.Read(new($"{use}", null), use);
        secrets.Note("another");
        Assert.Equal(
            ["another", "value-of-AccessKeyId", "value-of-InHeader", "value-of-Password", "value-of-ProxyUrl"],
            secrets.Secrets.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void WhatCanNotBeReadIsAskedForAgain()
    {
        string? value = null;
        var secrets = new SecretReader(_ => value);
        var source = new SecretSource("TOKEN", null);
        Assert.Throws<ConfigurationException>(() => secrets.Read(source, SecretUse.InHeader));
        value = "there";
        Assert.Equal("there", secrets.Read(source, SecretUse.InHeader));
    }
}
