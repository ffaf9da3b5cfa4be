using Conformance.Engine.Configuration;
using Conformance.Schemas;

namespace Conformance.Cli.Tests;

/// <summary>The guide says of every API what a configuration can name for it.</summary>
public sealed class ConfigurationGuideTests
{
    private static readonly string Guide = Checkout.Read("conformance", "docs", "configuration.md");

    public static IEnumerable<TheoryDataRow<string>> Names =>
        SchemaCatalog.Embedded().Select(api => new TheoryDataRow<string>(api.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryFixtureIsExplained(string api) =>
        Assert.All(
            FixtureAdvice.Of(Of(api)),
            need => Assert.Contains($"`{need.Name}`", Section(api), StringComparison.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryConventionIsThereWithItsDefaultAndNoOther(string api) =>
        Assert.Equal(
            Of(api).Conventions.Select(c => $"`{c.Name}`, `{c.Default}`"),
            Section(api)
                .Split("| convention |")
                .Skip(1)
                .SelectMany(table => table.Split('\n').Skip(2).TakeWhile(line => line.StartsWith('|')))
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Select(cells => $"{cells[1]}, {cells[3]}")
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryMemberThatIsLookedUpIsNamed(string api) =>
        Assert.All(
            Of(api).Documented.SelectMany(o => o.RequestMembers()).Where(m => m.IsLookedUp),
            member => Assert.Contains($"`{member.Path}`", Section(api), StringComparison.Ordinal)
        );

    private static Api Of(string name) => SchemaCatalog.Embedded().First(api => api.Name == name);

    private static string Section(string api) => Guide.Split($"### {api}\n")[1].Split("\n## ")[0].Split("\n### ")[0];
}
