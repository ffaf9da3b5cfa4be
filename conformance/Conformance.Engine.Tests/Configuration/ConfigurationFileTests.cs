using Conformance.Apis;
using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;

namespace Conformance.Engine.Tests.Configuration;

public sealed class ConfigurationFileTests
{
    private static readonly ImmutableArray<PlannedApi> Everything = Catalog.Load();

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# nothing but a comment\n")]
    [InlineData("{}")]
    public void AnEmptyFileSettlesNothing(string text)
    {
        var configuration = Parse(text);
        Assert.Null(configuration.Target);
        Assert.Empty(configuration.Apis);
        Assert.Equal(new LimitsConfiguration(), configuration.Limits);
    }

    [Theory]
    [InlineData(
        """
            target: http://127.0.0.1:8080/base
            apis:
              nova-act:
                url: https://nova.example/
                auth: { header: { prefix: "Bearer ", value: { env: TOKEN } } }
                fixtures: { modelId: nova-act-latest }
                unsupported: [CreateWorkflowRun, "*/clientToken/*"]
            limits: { requestsPerSecond: 5, parallel: 2, resources: 9, requestTimeoutSeconds: 1.5 }
            connection: { httpVersion: 2, trustAnyCertificate: true }
            """
    )]
    [InlineData(
        """
            {"$schema": "s", "target": "http://127.0.0.1:8080/base", "apis": {"nova-act": {"url": "https://nova.example/",
             "auth": {"header": {"prefix": "Bearer ", "value": {"env": "TOKEN"}}},
             "fixtures": {"modelId": "nova-act-latest"}, "unsupported": ["CreateWorkflowRun", "*/clientToken/*"]}},
             "limits": {"requestsPerSecond": 5, "parallel": 2, "resources": 9, "requestTimeoutSeconds": 1.5},
             "connection": {"httpVersion": 2, "trustAnyCertificate": true}}
            """
    )]
    public void YamlAndJsonSayTheSame(string text)
    {
        var configuration = Parse(text);
        var nova = configuration.For("nova-act");
        Assert.Equal(new Uri("http://127.0.0.1:8080/base"), configuration.Target);
        Assert.Equal(new Uri("https://nova.example/"), nova.Url);
        Assert.Equal(new HeaderConfiguration("Authorization", "Bearer ", new SecretSource("TOKEN", null)), nova.Auth);
        Assert.Equal("nova-act-latest", nova.Fixtures.TextFor("modelId"));
        Assert.Equal(["CreateWorkflowRun", "*/clientToken/*"], nova.Unsupported.Names);
        Assert.Equal((5, 2), (configuration.Limits.RequestsPerSecond, configuration.Limits.Parallel));
        Assert.Equal(9, configuration.Limits.Resources);
        Assert.Equal(1.5, configuration.Limits.RequestTimeoutSeconds);
        Assert.Equal(
            new ConnectionConfiguration { HttpVersion = System.Net.HttpVersion.Version20, TrustsAnyCertificate = true },
            configuration.Connection
        );
    }

    [Theory]
    [InlineData("unsupported")]
    [InlineData("gaps")]
    public void WhatIsUnsupportedStandsUnderItsKeyOrTheEarlierOne(string key)
    {
        var configuration = Parse($"apis: {{ nova-act: {{ {key}: [CreateWorkflowRun] }} }}");
        Assert.Equal(["CreateWorkflowRun"], configuration.For("nova-act").Unsupported.Names);
    }

    [Fact]
    public void Http2NeedsHttps()
    {
        var connection = Parse("connection: { httpVersion: 2 }").Connection;
        connection.ThrowIfNotFor(new Uri("https://nova.example/"));
        var refused = Assert.Throws<ConfigurationException>(() => connection.ThrowIfNotFor(new Uri("http://h/")));
        Assert.Equal(
            "connection.httpVersion 2 needs an https URL, got http://h/; leave it away to speak HTTP/1.1",
            refused.Message
        );
    }

    [Fact]
    public void NobodySpeaksHttp2OrTrustsAnyCertificateUnasked()
    {
        var connection = Parse("connection: {}").Connection;
        Assert.Equal(
            (System.Net.HttpVersion.Version11, false),
            (connection.HttpVersion, connection.TrustsAnyCertificate)
        );
        connection.ThrowIfNotFor(new Uri("http://h/"));
    }

    [Fact]
    public void SigningTakesItsSecretsFromTheUsualVariables()
    {
        var auth = Parse("apis: { nova-act: { auth: { sigv4: { region: us-east-1 } } } }").For("nova-act").Auth;
        Assert.Equal(
            new SigV4Configuration(
                "us-east-1",
                null,
                new SecretSource("AWS_ACCESS_KEY_ID", null),
                new SecretSource("AWS_SECRET_ACCESS_KEY", null),
                null
            ),
            auth
        );
    }

    [Theory]
    [InlineData("targets: http://127.0.0.1/", "1:1: unknown key 'targets'; expected one of $schema, target")]
    [InlineData("limits:\n  speed: 1", "2:3: unknown key 'speed'")]
    [InlineData("{\"limits\":\n {\"speed\": 1}}", "2:3: unknown key 'speed'")]
    [InlineData("apis:\n  nova:\n    url: http://h/", "2:3: unknown API 'nova'; expected one of")]
    [InlineData("apis:\n  nova-act:\n    unsupported: [Nothing]", "3:19: unknown operation 'Nothing'")]
    [InlineData("apis:\n  nova-act:\n    unsupported: CreateWorkflowRun", "3:18: expected a list")]
    [InlineData("apis:\n  nova-act:\n    gaps: [Nothing]", "3:12: unknown operation 'Nothing'")]
    [InlineData(
        "apis:\n  nova-act:\n    unsupported: [CreateWorkflowRun]\n    gaps: [CreateWorkflowRun]",
        "4:11: gaps is the earlier name of unsupported, and both stand here; move what it lists to unsupported"
    )]
    [InlineData(
        "apis:\n  nova-act:\n    unsupported:\n      - CreateWorkflowRun\n      - nova-act/CreateRun/*",
        "5:9: no requirement of nova-act matches 'nova-act/CreateRun/*', so it declares nothing; "
            + "./run-conformance.sh list --ids --api nova-act shows all ids"
    )]
    [InlineData("apis:\n  nova-act:\n    fixtures:\n      model: x", "4:7: unknown fixture 'model'")]
    [InlineData("apis:\n  nova-act:\n    fixtures:\n      modelId: ''", "4:16: expected a value for modelId")]
    [InlineData("apis: [nova-act]", "1:7: expected a mapping")]
    [InlineData("- target", "1:1: expected a mapping with")]
    [InlineData("target:", "1:8: expected a text for target")]
    [InlineData("connection: { httpVersion: 3 }", "1:28: expected 1.1 or 2 for httpVersion, got '3'")]
    [InlineData("connection: { trustAnyCertificate: yes }", "1:36: expected true or false for trustAnyCertificate")]
    [InlineData("{}\n---\n{}", "3:1: expected one document")]
    public void WhatIsNotUnderstoodIsRefusedWhereItStands(string text, string says) => IsRefused(text, says);

    [Theory]
    [InlineData("nowhere")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("http://127.0.0.1/?a=b")]
    [InlineData("http://a:b@127.0.0.1/")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://[fe80::1%25eth0]/")]
    public void AUrlThatIsNoTargetIsRefusedWhereItStands(string url)
    {
        IsRefused($"target: {url}", "1:9: ");
        IsRefused($"apis:\n  nova-act:\n    url: {url}", "3:10: ");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("many")]
    [InlineData("99999999999")]
    public void AWholeNumberAboveZeroIsAskedFor(string number)
    {
        IsRefused($"limits: {{ parallel: {number} }}", "1:21: expected a whole number above 0 for parallel");
        IsRefused($"limits: {{ requestsPerSecond: {number} }}", "1:30: expected a whole number above 0");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0.5")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    [InlineData("1e300")]
    [InlineData("86400.5")]
    [InlineData("1e-9")]
    public void ATimeIsAMillisecondAtLeastAndADayAtMost(string number) =>
        IsRefused(
            $"limits: {{ requestTimeoutSeconds: {number} }}",
            "1:34: expected a number from 0.001 to 86400 for requestTimeoutSeconds, got "
        );

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
    [InlineData("target: [")]
    [InlineData("{\"target\": \"http://h/\"")]
    [InlineData("target: http://h/\ntarget: http://i/")]
    [InlineData("target: *nowhere")]
    public void WhatIsNoYamlIsRefusedWithItsPlace(string text) =>
        Assert.Matches(@"\Aconformance\.yaml:\d+:\d+: .", Refusal(text));

    [Fact]
    public void AFileThatIsNotThereIsNamed()
    {
        var refused = Assert.Throws<ConfigurationException>(() => ConfigurationFile.Read("nowhere/c.yaml", Everything));
        Assert.StartsWith("nowhere/c.yaml: can't be read", refused.Message, StringComparison.Ordinal);
    }

    private static RunConfiguration Parse(string text) => ConfigurationFile.Parse(text, "conformance.yaml", Everything);

    private static string Refusal(string text) => Assert.Throws<ConfigurationException>(() => Parse(text)).Message;

    private static void IsRefused(string text, string says) =>
        Assert.StartsWith($"conformance.yaml:{says}", Refusal(text), StringComparison.Ordinal);
}
