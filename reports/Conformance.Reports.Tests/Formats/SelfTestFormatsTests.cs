using System.Text;
using System.Text.Json;
using Conformance.Reports.Formats;
using Conformance.Reports.SelfTest;
using Conformance.Reports.Tests.Samples;
using NJsonSchema;

namespace Conformance.Reports.Tests.Formats;

public sealed class SelfTestFormatsTests
{
    private const string Hostile = "</script><script>alert(1)</script>\u202e\0";

    [Fact]
    public async Task EveryMemberIsInThePublishedSchema()
    {
        var schema = await JsonSchema.FromJsonAsync(SelfTestJson.Schema, TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(Text(SampleSelfTests.WithEverything())));
        Assert.Empty(schema.Validate(Text(SampleSelfTests.WithEverything(Hostile))));
    }

    [Fact]
    public async Task TheSchemaRefusesWhatIsNotInTheFormat()
    {
        var schema = await JsonSchema.FromJsonAsync(SelfTestJson.Schema, TestContext.Current.CancellationToken);
        var text = Text(SampleSelfTests.WithEverything());
        Assert.NotEmpty(schema.Validate(text.Replace("\"fate\"", "\"end\"", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(text.Replace("\"beside\"", "\"elsewhere\"", StringComparison.Ordinal)));
        Assert.NotEmpty(
            schema.Validate(
                text.Replace("\"formatVersion\": \"2.0\"", "\"formatVersion\": \"3.0\"", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public void TheFiguresComeFirst()
    {
        using var document = JsonDocument.Parse(SelfTestJson.Write(SampleSelfTests.WithEverything()));
        var figures = document.RootElement.GetProperty("figures");
        Assert.Equal(["formatVersion", "figures"], document.RootElement.EnumerateObject().Take(2).Select(m => m.Name));
        Assert.False(figures.GetProperty("isPassed").GetBoolean());
        Assert.Equal(4, figures.GetProperty("mutants").GetInt32());
        Assert.Equal("Forgotten", figures.GetProperty("unexcusedSurvivors")[0].GetString());
    }

    [Fact]
    public async Task ThePageSaysWhatWasKilledByWhat()
    {
        var page = await SelfTestHtml.Write(SampleSelfTests.WithEverything("one in twenty"));
        Assert.Contains("The kit fails its own test", page, StringComparison.Ordinal);
        Assert.Contains("AcceptsTooLongModelId", page, StringComparison.Ordinal);
        Assert.Contains("May survive: one in twenty", page, StringComparison.Ordinal);
        Assert.Contains("Not listed: the kit lacks a check for it", page, StringComparison.Ordinal);
        Assert.Contains("accused of <code>" + SampleSelfTests.Status, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingThatATargetSaidGetsIntoThePageAsMarkup()
    {
        var page = await SelfTestHtml.Write(SampleSelfTests.WithEverything(Hostile));
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', page);
        Assert.DoesNotContain('\0', page);
    }

    [Fact]
    public async Task BothFilesAreWrittenWhole()
    {
        var directory = Directory.CreateTempSubdirectory("selftest-");
        var files = new SelfTestFiles("selftest");
        await files.WriteAll(
            SampleSelfTests.WithEverything(),
            directory.FullName,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            ["selftest.html", "selftest.json"],
            directory.EnumerateFiles().Select(f => f.Name).Order(StringComparer.Ordinal)
        );
        directory.Delete(recursive: true);
    }

    private static string Text(SelfTestReport report) => Encoding.UTF8.GetString(SelfTestJson.Write(report).Span);
}
