using System.Xml.Linq;
using Conformance.Reports.Formats;
using Conformance.Reports.Tests.Samples;
using FsCheck.Xunit;

namespace Conformance.Reports.Tests.Formats;

[Properties(EndSize = HostileText.MostPieces, Arbitrary = [typeof(HostileText)])]
public sealed class JUnitXmlTests
{
    [Fact]
    public void EachOperationIsASuiteAndEachRequirementACaseAndTheRunIsOneMore()
    {
        var report = SampleReports.WithEverything();
        var document = Parse(report);
        Assert.Equal(5, document.Descendants("testsuite").Count());
        Assert.Equal(
            report.Verdicts.Select(v => v.Requirement.Id).Append("the run decides").Order(),
            document.Descendants("testcase").Select(c => c.Attribute("name")!.Value).Order()
        );
        var suite = document.Descendants("testsuite").Single(s => s.Attribute("name")!.Value == "bedrock.InvokeFlow");
        Assert.All(
            suite.Elements("testcase"),
            c => Assert.Equal("bedrock.InvokeFlow", c.Attribute("classname")!.Value)
        );
    }

    [Fact]
    public void TheNumbersAreThoseOfTheElements()
    {
        var document = Parse(SampleReports.WithEverything());
        Assert.Equal("3", document.Root!.Attribute("failures")!.Value);
        Assert.Equal(3, document.Descendants("failure").Count());
        Assert.Single(document.Descendants("error"));
        Assert.Equal(7, document.Descendants("skipped").Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnInconclusiveRunIsAnErrorThatSaysWhyAndHowToRepeatIt(bool hasVerdicts)
    {
        var report = hasVerdicts ? SampleReports.Conformant() : SampleReports.Empty();
        var document = Parse(report with { IncompleteBecause = "it was interrupted." });
        Assert.Equal("1", document.Root!.Attribute("errors")!.Value);
        var error = Assert.Single(document.Descendants("error"));
        Assert.Equal("the run decides", error.Parent!.Attribute("name")!.Value);
        Assert.Equal("The run is incomplete: it was interrupted.", error.Attribute("message")!.Value);
        Assert.Contains($"repeat: {report.Command}", error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void AFailedShouldIsAWarningUnlessTheRunIsStrict()
    {
        var report = SampleReports.Empty() with { Verdicts = [SampleVerdicts.WrongErrorName()] };
        var lenient = Parse(report);
        Assert.Empty(lenient.Descendants("failure"));
        Assert.Single(lenient.Descendants("property"), p => p.Attribute("name")!.Value == "warning");
        Assert.StartsWith("warning:", lenient.Descendants("system-out").Single().Value, StringComparison.Ordinal);
        Assert.Single(Parse(report with { IsStrict = true }).Descendants("failure"));
    }

    [Fact]
    public void AFailureSaysHowToRepeatIt() =>
        Assert.Contains(
            "repeat: ./run-conformance.sh",
            Parse(SampleReports.WithEverything()).Descendants("failure").First().Value,
            StringComparison.Ordinal
        );

    [Property(MaxTest = 200)]
    public void HostileTextGivesWellFormedXmlOfTheSameShape(string text) => Assert.Equal(Shape("x"), Shape(text));

    private static List<string> Shape(string text) =>
        [.. Parse(SampleReports.Saying(text)).Descendants().Select(element => element.Name.LocalName)];

    private static XDocument Parse(RunReport report)
    {
        using var bytes = new MemoryStream(JUnitXml.Write(report).ToArray());
        return XDocument.Load(bytes);
    }
}
