using System.Net;
using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Tests.Running;

namespace Conformance.Engine.Tests.Configuration;

public sealed class WebhookSectionTests
{
    private const string Api = "pennsieve";
    private static readonly ImmutableArray<PlannedApi> Apis = KitRuns.Everything;

    [Fact]
    public void WithoutTheSectionNothingIsSaid() => Assert.Null(Parse($"apis: {{ {Api}: {{}} }}"));

    [Fact]
    public void AnEmptySectionTakesTheDefaults()
    {
        var webhook = Parse($"apis: {{ {Api}: {{ webhook: {{}} }} }}");
        Assert.Equal(new WebhookConfiguration(), webhook);
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, 0), webhook!.Listen);
        Assert.Null(webhook.DeadlineSeconds);
    }

    [Fact]
    public void EverythingIsRead()
    {
        var webhook = Parse(
            $$"""
            apis:
              {{Api}}:
                webhook:
                  listen: "[::1]:8081"
                  publicUrl: https://tunnel.example/kit
                  deadlineSeconds: 2.5
                  signature: { region: eu-west-1, accessKeyId: { env: A }, secretAccessKey: { file: b } }
            """
        );
        Assert.Equal(new IPEndPoint(IPAddress.IPv6Loopback, 8081), webhook!.Listen);
        Assert.Equal(new Uri("https://tunnel.example/kit"), webhook.PublicUrl);
        Assert.Equal(2.5, webhook.DeadlineSeconds);
        Assert.Equal(
            new WebhookSignature("eu-west-1", "lambda", new SecretSource("A", null), new SecretSource(null, "b")),
            webhook.Signature
        );
    }

    [Theory]
    [InlineData("listen: 8080", "4:15: expected an IP address and a port for listen, such as")]
    [InlineData("listen: localhost:8080", "4:15: expected an IP address and a port")]
    [InlineData("listen: '::1'", "4:15: expected an IP address and a port")]
    [InlineData("listen: 127.0.0.1:70000", "4:15: expected an IP address and a port")]
    [InlineData("listen: 0.0.0.0:8080", "4:15: 0.0.0.0:8080 stands for every address of this machine")]
    [InlineData("publicUrl: tunnel.example", "4:18: 'tunnel.example' is not a valid URL")]
    [InlineData("publicUrl: https://t.example/?a=b", "4:18: 'https://t.example/?a=b' has a query")]
    [InlineData("deadlineSeconds: 0", "4:24: expected a number from 0.001 to 86400 for deadlineSeconds")]
    [InlineData("deadline: 3", "4:7: unknown key 'deadline'; expected one of listen, publicUrl")]
    [InlineData("signature: {}", "4:18: accessKeyId is missing here; add accessKeyId: { env: NAME }")]
    [InlineData("signature: { accessKeyId: { env: A }, secretAccessKey: { env: B } }", "4:18: region is missing here")]
    [InlineData("signature: { accessKeyId: AKID }", "4:18: secretAccessKey is missing here")]
    [InlineData(
        "signature: { region: r, accessKeyId: { env: A }, secretAccessKey: s3cr3t }",
        "4:73: a secret never stands in the configuration"
    )]
    public void WhatIsNotUnderstoodIsRefusedWhereItStands(string line, string says)
    {
        var refused = Assert.Throws<ConfigurationException>(() =>
            Parse($"apis:\n  {Api}:\n    webhook:\n      {line}")
        );
        Assert.StartsWith($"conformance.yaml:{says}", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnApiThatSendsNoWebhooksTakesNoSuchSection()
    {
        var refused = Assert.Throws<ConfigurationException>(() => Parse("apis:\n  nova-act:\n    webhook: {}"));
        Assert.Equal("conformance.yaml:3:14: nova-act sends no webhooks; leave webhook out", refused.Message);
    }

    [Fact]
    public void EveryAddressMayBeListenedOnUnderAPublicUrl() =>
        Assert.Equal(
            IPAddress.Any,
            Parse(
                $"apis: {{ {Api}: {{ webhook: {{ listen: '0.0.0.0:8080', publicUrl: 'http://10.0.0.1:8080' }} }} }}"
            )!.Listen.Address
        );

    private static WebhookConfiguration? Parse(string text) =>
        ConfigurationFile.Parse(text, "conformance.yaml", Apis).For(Api).Webhook;
}
