using Conformance.Reports.Formats;
using Conformance.Reports.Tests.Samples;
using FsCheck.Xunit;

namespace Conformance.Reports.Tests.Formats;

[Properties(EndSize = HostileText.MostPieces, Arbitrary = [typeof(HostileText)])]
public sealed class SummaryMarkdownTests
{
    [Fact]
    public void ItBeginsWithTheVerdictAndItsExitCode() =>
        Assert.StartsWith(
            "## Not conformant\n\n3 mandatory requirements failed. Exit code 1.",
            SummaryMarkdown.Write(SampleReports.WithEverything()),
            StringComparison.Ordinal
        );

    [Fact]
    public void AFailureHasItsSourceAndTheCommandThatRepeatsIt()
    {
        var row = SummaryMarkdown
            .Write(SampleReports.WithEverything())
            .Split('\n')
            .Single(line => line.Contains("maxLength/rejected", StringComparison.Ordinal));
        Assert.Contains("| D0:67 |", row, StringComparison.Ordinal);
        Assert.Contains(
            "--only 'nova-act/CreateWorkflowRun/modelId/maxLength/rejected'",
            row,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void WarningsAreNotAmongTheFailures()
    {
        var summary = SummaryMarkdown.Write(SampleReports.WithEverything());
        Assert.Contains("### Failures (3)", summary, StringComparison.Ordinal);
        Assert.Contains("### Warnings (1)", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void ALongListSaysHowManyAreLeftOut() =>
        Assert.Contains(
            "\n450 more are in",
            SummaryMarkdown.Write(SampleReports.Large(1_000)),
            StringComparison.Ordinal
        );

    [Property(MaxTest = 200)]
    public void HostileTextNeverAddsAColumnALineOrAnElement(string text) =>
        Assert.Equal(Shape(SampleReports.Saying("x")), Shape(SampleReports.Saying(text)));

    /// <summary>Of each line the kind, the pipes and the elements; text and line breaks within cells are free.</summary>
    private static IEnumerable<string> Shape(RunReport report) =>
        SummaryMarkdown
            .Write(report)
            .Split('\n')
            .Select(line => line.Replace("<br>", "", StringComparison.Ordinal))
            .Select(line =>
                $"{line.StartsWith('#')} {line.Count(c => c == '|')} {line.Count(c => c == '<')} {line.Count(c => c == '`')}"
            );
}
