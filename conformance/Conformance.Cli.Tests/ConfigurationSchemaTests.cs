using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Apis;
using Conformance.Engine.Configuration;

namespace Conformance.Cli.Tests;

/// <summary>The published schema, the examples in the documentation and the loader say the same.</summary>
public sealed partial class ConfigurationSchemaTests
{
    private const string File = "conformance.yaml";
    private static readonly string[] Reserved =
    [
        "Accept",
        "Accept-Encoding",
        "Connection",
        "Content-Encoding",
        "Content-Length",
        "Content-Type",
        "Expect",
        "Host",
        "HTTP2-Settings",
        "Keep-Alive",
        "Proxy-Authorization",
        "Proxy-Connection",
        "Range",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
    ];
    private static readonly string[] SchemaPath = ["conformance", "docs", "conformance.schema.json"];

    [Theory]
    [InlineData("{0}", "")]
    [InlineData("apis: {{ nova-act: {0} }}", "api")]
    [InlineData("apis: {{ nova-act: {{ auth: {0} }} }}", "auth")]
    [InlineData("apis: {{ nova-act: {{ auth: {{ sigv4: {0} }} }} }}", "sigv4")]
    [InlineData("apis: {{ nova-act: {{ auth: {{ header: {0} }} }} }}", "header")]
    [InlineData("apis: {{ nova-act: {{ auth: {{ header: {{ value: {0} }} }} }} }}", "secret")]
    [InlineData("apis: {{ pennsieve: {{ webhook: {0} }} }}", "webhook")]
    [InlineData("apis: {{ pennsieve: {{ webhook: {{ signature: {0} }} }} }}", "webhookSignature")]
    [InlineData("limits: {0}", "limits")]
    [InlineData("connection: {0}", "connection")]
    public void EveryKeyThatTheLoaderKnowsIsInTheSchemaAndNoOther(string place, string definition)
    {
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, place, "{ not-a-key: 1 }");
        var refused = Assert.Throws<ConfigurationException>(() => Load(text));
        var known = ExpectedOneOf().Match(refused.Message).Groups[1].Value.Split(", ");
        Assert.Equal(known.Order(), KeysInSchema(definition).Order());
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("conformance/docs/configuration.md")]
    public async Task EveryExampleIsValidAndLoads(string document)
    {
        var schema = await NJsonSchema.JsonSchema.FromFileAsync(Checkout.At(SchemaPath), Cancel);
        var examples = YamlBlocks().Matches(Checkout.Read(document)).Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(examples);
        foreach (var example in examples.Where(e => !e.Contains("runs-on:", StringComparison.Ordinal)))
        {
            Assert.Empty(schema.Validate(Yaml.ToJson(example)));
            Load(example);
        }
    }

    [Theory]
    [InlineData("targets: http://127.0.0.1/")]
    [InlineData("apis: { nova-act: { auth: { sigv4: { region: a }, header: { value: { env: A } } } } }")]
    [InlineData("apis: { nova-act: { auth: { header: { value: in-the-clear } } } }")]
    [InlineData("apis: { nova-act: { auth: { header: { value: { env: A, file: b } } } } }")]
    [InlineData("apis: { nova-act: { auth: { header: { prefix: 'Bearer ' } } } }")]
    [InlineData("apis: { nova-act: { auth: { sigv4: {} } } }")]
    [InlineData("apis: { nova-act: { unsupported: all } }")]
    [InlineData("apis: { nova-act: { gaps: all } }")]
    [InlineData("apis: { nova-act: { unsupported: [CreateWorkflowRun], gaps: [CreateWorkflowRun] } }")]
    [InlineData("apis: { pennsieve: { webhook: { listen: 8080 } } }")]
    [InlineData("apis: { pennsieve: { webhook: { listen: 'localhost:8080' } } }")]
    [InlineData("apis: { pennsieve: { webhook: { publicUrl: 'tunnel.example' } } }")]
    [InlineData("apis: { pennsieve: { webhook: { deadlineSeconds: 0 } } }")]
    [InlineData("apis: { pennsieve: { webhook: { signature: { region: r } } } }")]
    [InlineData("limits: { parallel: 0 }")]
    [InlineData("limits: { requestsPerSecond: 1.5 }")]
    [InlineData("limits: { resources: 0 }")]
    [InlineData("connection: { httpVersion: 3 }")]
    [InlineData("connection: { trustAnyCertificate: 'yes' }")]
    [InlineData("target: http://127.0.0.1:0")]
    [InlineData("target: http://127.0.0.1:65536")]
    [InlineData("target: http://[fe80::1%25eth0]/")]
    [InlineData("target: http://me:secret@127.0.0.1/")]
    [InlineData("target: http://:8080/")]
    [InlineData("target: http://127.0.0.1/?a")]
    [InlineData("apis: { pennsieve: { webhook: { publicUrl: 'http://tunnel.example:0/' } } }")]
    [InlineData("apis: { pennsieve: { webhook: { deadlineSeconds: 86401 } } }")]
    [InlineData(
        "apis: { pennsieve: { webhook: { signature: { region: 'a b', accessKeyId: { env: A }, secretAccessKey: { env: A } } } } }"
    )]
    [InlineData("apis: { nova-act: { auth: { sigv4: { region: \"us\\neast\" } } } }")]
    [InlineData("apis: { nova-act: { auth: { sigv4: { region: us_east } } } }")]
    [InlineData("apis: { nova-act: { auth: { sigv4: { region: r, service: a/b } } } }")]
    [InlineData("apis: { nova-act: { auth: { header: { name: 'X Y', value: { env: A } } } } }")]
    [InlineData("apis: { nova-act: { auth: { header: { name: ':path', value: { env: A } } } } }")]
    [InlineData("apis: { nova-act: { auth: { header: { prefix: ' Bearer ', value: { env: A } } } } }")]
    [InlineData("apis: { nova-act: { auth: { header: { prefix: \"a\\tb\", value: { env: A } } } } }")]
    [InlineData("limits: { requestTimeoutSeconds: 0.0001 }")]
    [InlineData("limits: { requestTimeoutSeconds: 86401 }")]
    [InlineData("connection: { proxy: 'https://proxy.example' }")]
    [InlineData("connection: { proxy: 'http://me:secret@proxy.example' }")]
    [InlineData("connection: { proxy: 'http://proxy.example:0' }")]
    [InlineData("connection: { proxy: 'http://proxy.example/path' }")]
    [InlineData("connection: { proxy: { env: A, file: b } }")]
    [InlineData("connection: { proxy: [] }")]
    [InlineData("connection: { proxy: enviroment }")]
    [InlineData("connection: { proxy: 'proxy.example:3128' }")]
    public async Task WhatTheLoaderRefusesTheSchemaRefuses(string text)
    {
        var schema = await NJsonSchema.JsonSchema.FromFileAsync(Checkout.At(SchemaPath), Cancel);
        Assert.Throws<ConfigurationException>(() => Load(text));
        Assert.NotEmpty(schema.Validate(Yaml.ToJson(text)));
    }

    [Theory]
    [InlineData("target: HTTPS://target.example:65535/base/@x")]
    [InlineData("target: http://[::1]:8080")]
    [InlineData("target: 'http://target.example:'")]
    [InlineData("apis: { nova-act: { auth: { sigv4: { region: US-GOV-1, service: nova_act } } } }")]
    [InlineData("apis: { nova-act: { auth: { header: { name: x_key!, prefix: 'token=', value: { env: A } } } } }")]
    [InlineData("apis: { nova-act: { unsupported: [CreateWorkflowRun] } }")]
    [InlineData("apis: { nova-act: { gaps: [CreateWorkflowRun] } }")]
    [InlineData("limits: { requestTimeoutSeconds: 0.001 }")]
    [InlineData("limits: { requestTimeoutSeconds: 86400 }")]
    [InlineData("connection: { proxy: environment }")]
    [InlineData("connection: { proxy: none }")]
    [InlineData("connection: { proxy: 'http://proxy.example:3128' }")]
    [InlineData("connection: { proxy: 'SOCKS5://[::1]:1080/' }")]
    [InlineData("connection: { proxy: { env: A } }")]
    [InlineData("connection: { proxy: { file: a } }")]
    public async Task WhatTheLoaderTakesTheSchemaTakes(string text)
    {
        var schema = await NJsonSchema.JsonSchema.FromFileAsync(Checkout.At(SchemaPath), Cancel);
        Load(text);
        Assert.Empty(schema.Validate(Yaml.ToJson(text)));
    }

    [Fact]
    public async Task TheSchemaReservesTheHeadersThatTheLoaderReserves()
    {
        var schema = await NJsonSchema.JsonSchema.FromFileAsync(Checkout.At(SchemaPath), Cancel);
        var guide = Checkout.Read("conformance", "docs", "configuration.md");
        foreach (var name in Reserved)
        {
            foreach (var spelled in (string[])[name, name.ToLowerInvariant(), name.ToUpperInvariant()])
            {
                var text =
                    $"apis: {{ nova-act: {{ auth: {{ header: {{ name: {spelled}, value: {{ env: A }} }} }} }} }}";
                Assert.Throws<ConfigurationException>(() => Load(text));
                Assert.NotEmpty(schema.Validate(Yaml.ToJson(text)));
            }
            Assert.Contains($"`{name}`", guide, StringComparison.Ordinal);
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static RunConfiguration Load(string text) => ConfigurationFile.Parse(text, File, Catalog.Load());

    private static IEnumerable<string> KeysInSchema(string definition)
    {
        using var schema = JsonDocument.Parse(Checkout.Read(SchemaPath));
        var root = schema.RootElement;
        var node = definition.Length == 0 ? root : root.GetProperty("definitions").GetProperty(definition);
        return [.. node.GetProperty("properties").EnumerateObject().Select(p => p.Name)];
    }

    [GeneratedRegex("expected one of (.*)$")]
    private static partial Regex ExpectedOneOf();

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex YamlBlocks();
}
