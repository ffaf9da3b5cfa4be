using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Conformance.Reports.Formats;
using Conformance.Reports.Tests.Samples;
using FsCheck.Xunit;

namespace Conformance.Reports.Tests.Formats;

/// <summary>No file says anything else than the exit code does, or can be taken for another run's.</summary>
[Properties(Arbitrary = [typeof(AnyReport)], EndSize = 20)]
public sealed partial class EveryFormatTests
{
    [Property(MaxTest = 1_000)]
    public void AReaderOfJUnitsNumbersFindsGreenWhatExitsWith0AndNothingElse(RunReport report)
    {
        var document = Parse(report);
        var isGreen = Number(document.Root!, "failures") + Number(document.Root!, "errors") == 0;
        Assert.Equal(Conclusion.Of(report).ExitCode == 0, isGreen);
    }

    [Property(MaxTest = 300)]
    public void JUnitsNumbersAreThoseOfItsSuitesAndOfItsElements(RunReport report)
    {
        var document = Parse(report);
        var suites = document.Root!.Elements("testsuite").ToList();
        foreach (var (attribute, element) in Counted)
        {
            Assert.Equal(Number(document.Root, attribute), suites.Sum(suite => Number(suite, attribute)));
            Assert.All(
                suites,
                suite => Assert.Equal(Number(suite, attribute), suite.Elements("testcase").Count(c => Is(c, element)))
            );
        }
    }

    [Property(MaxTest = 300)]
    public void TheSummaryCallsConformantWhatExitsWith0AndNothingElse(RunReport report) =>
        Assert.Equal(
            Conclusion.Of(report).ExitCode == 0,
            SummaryMarkdown.Write(report).StartsWith("## Conformant\n", StringComparison.Ordinal)
        );

    [Property(MaxTest = 50)]
    public void ThePageIsGreenWhereTheExitCodeIs0AndNowhereElse(RunReport report)
    {
        var page = HtmlReport.Write(report).GetAwaiter().GetResult();
        var isGreen = Conclusion.Of(report).ExitCode == 0;
        Assert.Equal(isGreen, page.Contains("class=\"masthead is-passed\"", StringComparison.Ordinal));
        Assert.Equal(isGreen, page.Contains("<h1>Conformant</h1>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryFileNamesItsRunAndWhenItBeganHoweverLittleThereIsToSay()
    {
        var report = SampleReports.Empty() with { RunId = "k7f2aa" };
        Assert.All(
            new[]
            {
                Encoding.UTF8.GetString(ResultsJson.Write(report).Span),
                Encoding.UTF8.GetString(JUnitXml.Write(report).Span),
                SummaryMarkdown.Write(report),
                await HtmlReport.Write(report),
            },
            file =>
            {
                Assert.Contains("k7f2aa", file, StringComparison.Ordinal);
                Assert.Matches(Beginning(), file);
            }
        );
    }

    [Fact]
    public async Task AnInterruptedRunIsToldToRunAgain() =>
        Assert.Contains(
            "Run it again, to its end.",
            await HtmlReport.Write(SampleReports.Conformant() with { IncompleteBecause = "it was interrupted." }),
            StringComparison.Ordinal
        );

    [Property(MaxTest = 300)]
    public void TheResultsSayTheExitCode(RunReport report)
    {
        using var results = JsonDocument.Parse(ResultsJson.Write(report));
        Assert.Equal(
            Conclusion.Of(report).ExitCode,
            results.RootElement.GetProperty("conclusion").GetProperty("exitCode").GetInt32()
        );
    }

    private static readonly (string Attribute, string? Element)[] Counted =
    [
        ("tests", null),
        ("failures", "failure"),
        ("errors", "error"),
        ("skipped", "skipped"),
    ];

    private static bool Is(XElement testCase, string? element) => element is null || testCase.Elements(element).Any();

    private static int Number(XElement element, string attribute) =>
        int.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private static XDocument Parse(RunReport report)
    {
        using var bytes = new MemoryStream(JUnitXml.Write(report).ToArray());
        return XDocument.Load(bytes);
    }

    [GeneratedRegex("2026-03-14.09:26")]
    private static partial Regex Beginning();
}
