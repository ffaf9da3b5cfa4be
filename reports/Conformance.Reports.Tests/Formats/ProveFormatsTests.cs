using System.Text;
using System.Text.Json;
using Conformance.Reports.Formats;
using Conformance.Reports.Tests.Samples;
using NJsonSchema;

namespace Conformance.Reports.Tests.Formats;

public sealed class ProveFormatsTests
{
    private const string Hostile = "</script><script>alert(1)</script>\u202e\0";

    [Fact]
    public async Task EveryMemberIsInThePublishedSchema()
    {
        var schema = await JsonSchema.FromJsonAsync(ProveJson.Schema, TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(Text(SampleMatrices.WithEverything())));
        Assert.Empty(schema.Validate(Text(SampleMatrices.WithEverything(Hostile))));
    }

    [Fact]
    public async Task TheSchemaRefusesWhatIsNotInTheFormat()
    {
        var schema = await JsonSchema.FromJsonAsync(ProveJson.Schema, TestContext.Current.CancellationToken);
        var text = Text(SampleMatrices.WithEverything());
        Assert.NotEmpty(schema.Validate(text.Replace("\"fate\"", "\"end\"", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(text.Replace("\"beside\"", "\"elsewhere\"", StringComparison.Ordinal)));
        Assert.NotEmpty(
            schema.Validate(
                text.Replace("\"formatVersion\": \"1.0\"", "\"formatVersion\": \"2.0\"", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public void TheFiguresComeFirst()
    {
        using var document = JsonDocument.Parse(ProveJson.Write(SampleMatrices.WithEverything()));
        var figures = document.RootElement.GetProperty("figures");
        Assert.Equal(["formatVersion", "figures"], document.RootElement.EnumerateObject().Take(2).Select(m => m.Name));
        Assert.False(figures.GetProperty("isProved").GetBoolean());
        Assert.Equal(4, figures.GetProperty("defects").GetInt32());
        Assert.Equal("Forgotten", figures.GetProperty("unexcusedSurvivors")[0].GetString());
    }

    [Fact]
    public async Task ThePageSaysWhatWasKilledBySayingWhat()
    {
        var page = await ProveHtml.Write(SampleMatrices.WithEverything("one in twenty"));
        Assert.Contains("The kit is not proved", page, StringComparison.Ordinal);
        Assert.Contains("AcceptsTooLongModelId", page, StringComparison.Ordinal);
        Assert.Contains("May survive: one in twenty", page, StringComparison.Ordinal);
        Assert.Contains("Not listed: the kit lacks a probe for it", page, StringComparison.Ordinal);
        Assert.Contains("accused of <code>" + SampleMatrices.Status, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingThatATargetSaidGetsIntoThePageAsMarkup()
    {
        var page = await ProveHtml.Write(SampleMatrices.WithEverything(Hostile));
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', page);
        Assert.DoesNotContain('\0', page);
    }

    [Fact]
    public async Task BothFilesAreWrittenWhole()
    {
        var directory = Directory.CreateTempSubdirectory("matrix-");
        await MatrixFiles.WriteAll(
            SampleMatrices.WithEverything(),
            directory.FullName,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            [MatrixFiles.Html, MatrixFiles.Json],
            directory.EnumerateFiles().Select(f => f.Name).Order(StringComparer.Ordinal)
        );
        directory.Delete(recursive: true);
    }

    private static string Text(Conformance.Reports.Matrix.KillMatrix matrix) =>
        Encoding.UTF8.GetString(ProveJson.Write(matrix).Span);
}
