using System.Runtime.CompilerServices;
using Conformance.Engine.Configuration;

namespace Conformance.SelfTest.Tests;

/// <summary>The documented configuration of the reference target is the one that embedded runs take.</summary>
public sealed class ReferenceConfigurationTests
{
    private static readonly RunConfiguration Reference = ReferenceConfiguration.Read(Judges.Everything);

    [Fact]
    public void TheFileInTheDocumentationIsBuiltIn() =>
        Assert.Equal(
            File.ReadAllText(Path.Combine(Here(), "..", "..", ReferenceConfiguration.File)),
            ReferenceConfiguration.Text()
        );

    [Fact]
    public void ItNamesEverythingThatCanBeNamed() =>
        Assert.All(
            Judges.Everything,
            planned =>
                Assert.DoesNotContain(
                    FixtureAdvice.Of(planned.Api),
                    need => Reference.For(planned.Api.Name).Fixtures.For(need.Name) is null
                )
        );

    [Fact]
    public void ItDeclaresNothingUnsupportedAndNoUrl() =>
        Assert.All(Reference.Apis.Values, api => Assert.True(api is { Url: null, Unsupported.Names.IsEmpty: true }));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
