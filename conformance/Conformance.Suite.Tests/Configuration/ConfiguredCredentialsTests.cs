using Conformance.Suite.Configuration;
using Conformance.Suite.Planning;

namespace Conformance.Suite.Tests.Configuration;

/// <summary>How a file says what requests and webhooks are signed with.</summary>
public sealed class ConfiguredCredentialsTests
{
    private static readonly ImmutableArray<PlannedApi> Everything = Catalog.Load();

    [Theory]
    [InlineData("{}", "exactly one of sigv4 and header")]
    [InlineData("{ sigv4: { region: r }, header: { value: { env: A } } }", "exactly one of sigv4 and header")]
    [InlineData("{ sigv4: {} }", "region is missing here")]
    [InlineData("{ header: {} }", "value is missing here")]
    [InlineData("{ header: { value: {} } }", "exactly one of env and file")]
    [InlineData("{ header: { value: { env: A, file: b } } }", "exactly one of env and file")]
    [InlineData("{ header: { value: { text: s } } }", "unknown key 'text'")]
    public void CredentialsComeInOneWay(string auth, string says) =>
        Assert.Contains(says, Refusal($"apis: {{ nova-act: {{ auth: {auth} }} }}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ header: { value: s3cr3t } }")]
    [InlineData("{ sigv4: { region: r, secretAccessKey: s3cr3t } }")]
    [InlineData("{ sigv4: { region: r, sessionToken: s3cr3t } }")]
    public void ASecretInTheFileIsRefusedAndNotRepeated(string auth)
    {
        var message = Refusal($"apis:\n  nova-act:\n    auth: {auth}");
        Assert.StartsWith("conformance.yaml:3:", message, StringComparison.Ordinal);
        Assert.Contains("a secret never stands in the configuration", message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", message, StringComparison.Ordinal);
    }

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

    private static string Refusal(string text) =>
        Assert
            .Throws<ConfigurationException>(() => ConfigurationFile.Parse(text, "conformance.yaml", Everything))
            .Message;
}
