using Conformance.Apis;
using Conformance.Engine.Configuration;
using Conformance.Engine.Http;
using Conformance.Engine.Planning;

namespace Conformance.Engine.Tests.Configuration;

public sealed class ProxySectionTests
{
    private static readonly ImmutableArray<PlannedApi> Everything = Catalog.Load();

    [Theory]
    [InlineData("environment")]
    [InlineData("none")]
    [InlineData("http://proxy.example:3128")]
    [InlineData("socks5://proxy.example")]
    [InlineData("{ env: MY_PROXY }")]
    [InlineData("{ file: /run/secrets/proxy }")]
    public void AProxyIsNamedInEachWay(string proxy) =>
        Assert.Equal(
            proxy switch
            {
                "environment" => new ProxySetting.OfEnvironment(),
                "none" => new ProxySetting.None(),
                "{ env: MY_PROXY }" => new ProxySetting.Secret(new("MY_PROXY", null)),
                "{ file: /run/secrets/proxy }" => new ProxySetting.Secret(new(null, "/run/secrets/proxy")),
                "socks5://proxy.example" => new ProxySetting.Named(new(ProxyKind.Socks5, "proxy.example", 1080)),
                _ => new ProxySetting.Named(new(ProxyKind.Http, "proxy.example", 3128)),
            },
            Parse($"connection: {{ proxy: {proxy} }}").Connection.Proxy
        );

    [Theory]
    [InlineData(
        "http://me:s3cr3t@proxy.example:3128",
        "holds credentials, and a secret never stands in the configuration"
    )]
    [InlineData("me:s3cr3t@proxy.example", "holds credentials, and a secret never stands in the configuration")]
    [InlineData("https://proxy.example", "speaks to proxies in http and socks5 alone")]
    [InlineData("http://proxy.example:0", "has port 0")]
    [InlineData(
        "enviroment",
        "expected environment, none or the URL of a proxy such as http://proxy.example:3128, got"
    )]
    [InlineData("[]", "expected a text for proxy")]
    [InlineData("{}", "expected exactly one of env and file")]
    [InlineData("{ url: http://h }", "unknown key 'url'")]
    public void WhatNamesNoProxyIsRefusedWhereItStands(string proxy, string says)
    {
        var message = Refusal($"connection: {{ proxy: {proxy} }}");
        Assert.StartsWith("conformance.yaml:1:", message, StringComparison.Ordinal);
        Assert.Contains(says, message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", message, StringComparison.Ordinal);
    }

    private static RunConfiguration Parse(string text) => ConfigurationFile.Parse(text, "conformance.yaml", Everything);

    private static string Refusal(string text) => Assert.Throws<ConfigurationException>(() => Parse(text)).Message;
}
