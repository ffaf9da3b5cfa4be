using Conformance.Apis;
using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;

namespace Conformance.Engine.Tests.Configuration;

/// <summary>What stands in a configuration and can't be used is refused where it stands, shortly and without secrets.</summary>
public sealed class ConfigurationRefusalTests
{
    private static readonly ImmutableArray<PlannedApi> Everything = Catalog.Load();

    [Theory]
    [InlineData("{ sigv4: { region: \"us-east-1\\n\" } }", "region holds a line end at character 10; correct it")]
    [InlineData("{ sigv4: { region: us_east } }", "region is no name of a region")]
    [InlineData("{ sigv4: { region: r, service: a b } }", "service holds a blank at character 2")]
    [InlineData("{ header: { name: \"X\\r\\nHost\", value: { env: A } } }", "name holds a line end at character 2")]
    [InlineData("{ header: { name: Host, value: { env: A } } }", "name is Host, which the kit writes itself")]
    [InlineData("{ header: { prefix: \"Bearer\\n\", value: { env: A } } }", "prefix holds a line end at character 7")]
    public void WhatNoHeaderCanCarryIsRefusedWhereItStands(string auth, string says)
    {
        var message = Refusal($"apis:\n  nova-act:\n    auth: {auth}");
        Assert.Matches($@"\Aconformance\.yaml:3:\d+: {says}", message);
    }

    [Theory]
    [InlineData("{ region: \"a\\0\", accessKeyId: { env: A }, secretAccessKey: { env: B } }", "region holds a control")]
    [InlineData("{ region: r, service: a/b, accessKeyId: { env: A }, secretAccessKey: { env: B } }", "service holds /")]
    public void SoIsWhatNoWebhookCanBeSignedWith(string signature, string says) =>
        Assert.Matches(
            $@"\Aconformance\.yaml:1:\d+: {says}",
            Refusal($"apis: {{ pennsieve: {{ webhook: {{ signature: {signature} }} }} }}")
        );

    [Theory]
    [InlineData("webhook: { publicUrl: 'http://tunnel.example:0/' }", "has port 0, where nobody can listen")]
    [InlineData("webhook: { publicUrl: 'http://me:s3cr3t@tunnel.example/' }", "holds credentials")]
    public void SoIsAnAddressWhereNobodyCanCall(string webhook, string says) =>
        Assert.Contains(says, Refusal($"apis: {{ pennsieve: {{ {webhook} }} }}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("target: {0}")]
    [InlineData("{0}: 1")]
    [InlineData("apis: {{ {0}: {{}} }}")]
    [InlineData("apis: {{ nova-act: {{ unsupported: [{0}] }} }}")]
    [InlineData("apis: {{ nova-act: {{ unsupported: [nova-act/{0}] }} }}")]
    [InlineData("apis: {{ nova-act: {{ fixtures: {{ {0}: 1 }} }} }}")]
    [InlineData("apis: {{ nova-act: {{ fixtures: {{ {0}: '' }} }} }}")]
    [InlineData("apis: {{ nova-act: {{ fixtures: {{ modelId: {0} }} }} }}")]
    [InlineData("apis: {{ pennsieve: {{ fixtures: {{ failingRun: {{ a: !{0} x }} }} }} }}")]
    [InlineData("apis: {{ pennsieve: {{ conventions: {{ successStatus: {0} }} }} }}")]
    [InlineData("apis: {{ pennsieve: {{ conventions: {{ path: /{0} }} }} }}")]
    [InlineData("apis: {{ pennsieve: {{ webhook: {{ listen: {0} }} }} }}")]
    [InlineData("apis: {{ pennsieve: {{ webhook: {{ publicUrl: {0} }} }} }}")]
    [InlineData("limits: {{ parallel: {0} }}")]
    [InlineData("limits: {{ requestTimeoutSeconds: {0} }}")]
    [InlineData("connection: {{ httpVersion: {0} }}")]
    [InlineData("connection: {{ trustAnyCertificate: {0} }}")]
    [InlineData("connection: {{ proxy: 'ftp://{0}' }}")]
    public void ALongValueIsShortenedWhereverItStands(string text)
    {
        var long_ = new string('x', 500_000);
        var message = Refusal(string.Format(System.Globalization.CultureInfo.InvariantCulture, text, long_));
        Assert.InRange(message.Length, 1, 2_000);
        Assert.DoesNotContain(message, char.IsControl);
    }

    private static string Refusal(string text) =>
        Assert
            .Throws<ConfigurationException>(() => ConfigurationFile.Parse(text, "conformance.yaml", Everything))
            .Message;
}
