using Conformance.Suite.Configuration;
using Conformance.Suite.Planning;

namespace Conformance.Cli.Tests;

/// <summary>The documented configuration of the reference target is the one that embedded runs take.</summary>
public sealed class ReferenceConfigurationTests
{
    private static readonly IReadOnlyCollection<PlannedApi> Everything = Catalog.Load();
    private static readonly RunConfiguration Reference = ReferenceConfiguration.Read(Everything);

    [Fact]
    public void TheFileInTheDocumentationIsBuiltIn() =>
        Assert.Equal(Checkout.Read(ReferenceConfiguration.File), ReferenceConfiguration.Text());

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
    public void ItNamesEverythingThatCanBeNamed() =>
        Assert.All(
            Everything,
            planned =>
                Assert.DoesNotContain(
                    FixtureNeeds.Of(planned.Api),
                    need => Reference.For(planned.Api.Name).Fixtures.For(need.Name) is null
                )
        );

    [Fact]
    public void ItDeclaresNoGapAndNoUrl() =>
        Assert.All(Reference.Apis.Values, api => Assert.True(api is { Url: null, Gaps.Names.IsEmpty: true }));

    [Fact]
    public void TheDocumentationPointsToIt() =>
        Assert.Contains(
            "examples/reference.yaml",
            Checkout.Read("conformance", "docs", "configuration.md"),
            StringComparison.Ordinal
        );
}
