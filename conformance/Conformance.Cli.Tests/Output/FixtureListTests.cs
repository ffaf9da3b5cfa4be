using System.Globalization;
using Conformance.Cli.Output;
using Conformance.Engine.Behaviours;
using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Cli.Tests.Output;

public sealed class FixtureListTests
{
    private static readonly PlannedApi Flows = Planned("bedrock-flows");

    [Fact]
    public void EachFixtureHasItsSentenceAnExampleAndWhatHangsOnIt()
    {
        var block = Block("flowIdentifier", null);
        Assert.Equal("  flowIdentifier", block[0]);
        Assert.Equal("      A flow that is on the target, by its id.", block[1]);
        Assert.Equal("      such as ECHOFLOW01", block[2]);
        Assert.Matches(@"^      \d+ requirements: bedrock-flows/InvokeFlow/\*$", block[3]);
    }

    [Fact]
    public void AnOptionalFixtureHoldsUpItsOwnMemberAlone() =>
        Assert.Matches(
            @"^      \d+ requirements: bedrock-flows/InvokeFlow/inputs\[\]\.nodeOutputName/\*$",
            Block("inputs[].nodeOutputName", null)[^1]
        );

    [Theory]
    [InlineData("flowIdentifier", "given")]
    [InlineData("inputs[].nodeName", "given")]
    [InlineData("flowAliasIdentifier", "missing")]
    [InlineData("echo", "missing")]
    public void AConfigurationIsHeldAgainstTheList(string name, string state)
    {
        var given = Named(("flowIdentifier", "\"F\""), ("inputs", """[{"nodeName":"N"}]"""));
        Assert.Equal($"  {name} ({state})", Block(name, given)[0]);
        Assert.Equal("bedrock-flows: 8 fixtures under apis.bedrock-flows.fixtures, 6 missing", Written(given, 120)[0]);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void SentencesFoldAtTheWidthAndWhatIsCopiedStaysWhole(int width)
    {
        var lines = Written(null, width);
        Assert.Contains("      such as arn:aws:bedrock:us-east-1:000000000000:flow/ECHOFLOW01/alias/ALIAS00001", lines);
        Assert.All(
            lines.Where(line => !line.StartsWith("      such as", StringComparison.Ordinal)),
            line => Assert.True(line.Length <= width, line)
        );
        Assert.All(lines, line => Assert.Equal(line.TrimEnd(), line));
    }

    [Fact]
    public void EveryNeedIsExplainedWithAnExample() =>
        Assert.All(
            SchemaCatalog.Embedded().SelectMany(api => FixtureAdvice.Of(api)),
            need => Assert.True(need is { Says.Length: > 0, Example.Length: > 0 }, need.Name)
        );

    private static List<string> Block(string name, Fixtures? given) =>
        [
            .. Written(given, 120)
                .SkipWhile(line => line.TrimStart().Split(' ')[0] != name)
                .TakeWhile(line => line.Length > 0),
        ];

    private static string[] Written(Fixtures? given, int width)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var console = Terminal.Console(writer, isRedirected: true);
        console.Profile.Width = width;
        FixtureList.Write(console, Flows, given);
        return writer.ToString().Split('\n');
    }

    private static Fixtures Named(params (string Name, string Json)[] values) =>
        new(values.ToImmutableDictionary(v => v.Name, v => JsonValue.Parse(v.Json)));

    /// <summary>The API's schema with its requirements; nothing is tested here.</summary>
    private static PlannedApi Planned(string name)
    {
        var api = SchemaCatalog.Embedded().First(a => a.Name == name);
        var scenarios = api.Behaviours.Select(b => new Scenario(b.Scenario, _ => Task.FromResult(Finding.Passed(1)))
        {
            Operation = b.Operation,
        });
        return PlannedApi.Of(api, new ApiModule(name, [.. scenarios]));
    }
}
