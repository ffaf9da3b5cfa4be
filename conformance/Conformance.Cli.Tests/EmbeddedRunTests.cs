using Conformance.Reference;
using Conformance.SelfTest;

namespace Conformance.Cli.Tests;

/// <summary>The documented configuration of the reference target is the one that embedded runs take.</summary>
public sealed class EmbeddedRunTests
{
    private const string Smallest = "bedrock-flows/InvokeFlow/request/required-only/accepted";

    [Fact]
    public async Task ItIsValidByThePublishedSchema()
    {
        var schema = await NJsonSchema.JsonSchema.FromFileAsync(
            Checkout.At("conformance", "docs", "conformance.schema.json"),
            TestContext.Current.CancellationToken
        );
        Assert.Empty(schema.Validate(Yaml.ToJson(ReferenceConfiguration.Text())));
    }

    [Fact]
    public void TheDocumentationPointsToIt() =>
        Assert.Contains(
            "examples/reference.yaml",
            Checkout.Read("conformance", "docs", "configuration.md"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("bedrock-flows")]
    [InlineData("pennsieve")]
    public async Task AnEmbeddedRunNeedsNoConfiguration(string api)
    {
        using var scratch = new Scratch();
        var run = await Calls.Run("--only", $"{api}/*/request/*/accepted", "--profile", "smoke", "--out", scratch.Path);
        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("skipped 1", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AConfigurationGoesBeforeItNameByName()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("c.yaml", "apis: { bedrock-flows: { fixtures: { flowIdentifier: NOSUCHFLOW } } }");
        var run = await Calls.Run("--config", file, "--only", Smallest, "--out", scratch.Path);
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("NOSUCHFLOW", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnApiElsewhereIsLeftToItsOwnConfiguration()
    {
        await using var elsewhere = await ReferenceServer.StartAsync(new(), TestContext.Current.CancellationToken);
        using var scratch = new Scratch();
        var file = scratch.Write("c.yaml", $"apis: {{ bedrock-flows: {{ url: '{elsewhere.BaseAddress}' }} }}");
        var run = await Calls.Run("--config", file, "--only", Smallest, "--out", scratch.Path);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("write under apis.bedrock-flows.fixtures: flowIdentifier (", run.Out, StringComparison.Ordinal);
    }
}
