using Conformance.Engine.Configuration;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Configuration;

public sealed class ConventionsSectionTests
{
    [Fact]
    public void AConventionIsReadByItsName()
    {
        var read = Read("{ labelMember: title, idMember: 12 }");
        Assert.Equal(
            [("idMember", "12"), ("labelMember", "title")],
            read.OrderBy(c => c.Key).Select(c => (c.Key, c.Value))
        );
    }

    [Fact]
    public void WithoutConventionsTheSchemaHolds() => Assert.Empty(Parse("{}").For("sample").Conventions);

    [Theory]
    [InlineData("{ label: title }", "c.yaml:1:34: unknown key 'label'; expected one of labelMember, idMember")]
    [InlineData("{ labelMember: }", "c.yaml:1:47: expected a text for labelMember")]
    [InlineData("{ labelMember: ' x' }", "c.yaml:1:47: expected a value without blanks around it")]
    [InlineData("{ labelMember: count }", "c.yaml:1:47: expected a name of its own for labelMember, got count")]
    [InlineData("[labelMember]", "c.yaml:1:32: expected a mapping with labelMember, idMember")]
    public void WhatCanNotBeMeantIsRefusedWhereItStands(string conventions, string says) =>
        Assert.StartsWith(
            says,
            Assert.Throws<ConfigurationException>(() => Read(conventions)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void NamesMayChangePlaces() =>
        Assert.Equal(2, Parse("{ conventions: { labelMember: count, countMember: label } }", TwoNames).Count);

    [Fact]
    public void TwoMembersOfOneObjectHaveTwoNames()
    {
        var refused = Assert.Throws<ConfigurationException>(() =>
            Parse("{ conventions: { labelMember: same, countMember: same } }", TwoNames)
        );
        Assert.StartsWith(
            "c.yaml:1:66: expected a name of its own for countMember, got same",
            refused.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void AnApiWithoutConventionsTakesNone()
    {
        var api = Samples.Api with { Conventions = [] };
        var refused = Assert.Throws<ConfigurationException>(() =>
            ConfigurationFile.Parse("apis: { sample: { conventions: { path: /a } } }", "c.yaml", [Samples.Of(api)])
        );
        Assert.StartsWith("c.yaml:1:32: sample has no conventions", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>The sample API with a convention for a second member of its body.</summary>
    private static Api TwoNames =>
        Samples.Api with
        {
            Conventions = Samples.Api.Conventions.Add(
                new("countMember", "count", "What it is called.", new("D0", 1, ""))
            ),
            Operations =
            [
                Samples.Ask with
                {
                    Body =
                    [
                        .. Samples.Ask.Body.Select(m => m.Name == "count" ? m with { Convention = "countMember" } : m),
                    ],
                },
            ],
        };

    private static ImmutableDictionary<string, string> Parse(string sample, Api api) =>
        ConfigurationFile.Parse($"apis: {{ sample: {sample} }}", "c.yaml", [Samples.Of(api)]).For("sample").Conventions;

    private static RunConfiguration Parse(string sample) =>
        ConfigurationFile.Parse($"apis: {{ sample: {sample} }}", "c.yaml", [Samples.Planned]);

    private static ImmutableDictionary<string, string> Read(string conventions) =>
        Parse($"{{ conventions: {conventions} }}").For("sample").Conventions;
}
