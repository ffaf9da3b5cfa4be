using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Conformance.Reports.Formats;
using Conformance.Reports.Tests.Samples;
using FsCheck.Xunit;

namespace Conformance.Reports.Tests.Formats;

[Properties(EndSize = HostileText.MostPieces, Arbitrary = [typeof(HostileText)])]
public sealed class HtmlReportTests
{
    [Fact]
    public async Task TheVerdictComesFirstWithItsExitCodeAndTheReasons()
    {
        var page = await Page(SampleReports.WithEverything());
        Assert.Equal("Not conformant", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Exit code 1", page.QuerySelector(".says")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll(".reasons a").Length);
    }

    [Fact]
    public async Task FailuresOfOneCauseStandTogetherUnderIt()
    {
        var page = await Page(
            SampleReports.Empty() with
            {
                Verdicts =
                [
                    CauseTests.Failed("a", "maxLength/rejected"),
                    CauseTests.Failed("b", "pattern/rejected"),
                    CauseTests.Failed("c", "maxLength/rejected"),
                ],
            }
        );
        Assert.Equal(["a", "c", "b"], page.QuerySelectorAll("article .card-id").Select(e => e.TextContent[^1..]));
        Assert.Equal(
            "Accepted though invalid: maxLength/rejected 2 requirements with this cause",
            Assert.Single(page.QuerySelectorAll("p.cause")).TextContent
        );
        Assert.Equal("f2", Assert.Single(page.QuerySelectorAll("details.same-cause article")).Id);
        Assert.Equal(["#f1", "#f3"], page.QuerySelectorAll(".reasons a").Select(a => a.GetAttribute("href")));
        Assert.Contains("1 requirement more with this cause", page.QuerySelector(".reasons")!.TextContent);
    }

    [Fact]
    public async Task AFailureShowsAllThatIsNeededToSeeItAgain()
    {
        var page = await Page(SampleReports.WithEverything());
        var card = page.QuerySelector("article")!.TextContent;
        Assert.All(
            [
                "modelId longer than 100 characters is rejected",
                "D0:67",
                "must",
                "400 ValidationException that names modelId",
                "201 with a workflowRunId",
                "--only 'nova-act/CreateWorkflowRun/modelId/maxLength/rejected'",
                "curl --include",
                "The control",
                "x-amzn-RequestId",
                "3 steps from the first to the smallest",
            ],
            expected => Assert.Contains(expected, card, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task EverySectionHasItsPlace()
    {
        var page = await Page(SampleReports.WithEverything());
        string[] sections =
        [
            "failures",
            "warnings",
            "errored",
            "skipped",
            "requirements",
            "tried",
            "observations",
            "interpretations",
            "not-cleaned-up",
            "notes",
        ];
        Assert.Equal(sections, page.QuerySelectorAll("nav a").Select(a => a.GetAttribute("href")![1..]));
        Assert.All(sections, id => Assert.NotNull(page.GetElementById(id)));
        Assert.Equal(52, page.QuerySelectorAll("#requirement-table tbody tr").Length);
    }

    [Fact]
    public async Task BytesAreShownInHexAndTruncationIsSaid()
    {
        var page = await Page(SampleReports.Empty() with { Verdicts = [SampleVerdicts.BrokenStream()] });
        Assert.StartsWith("0000  00 07 0e 15", page.QuerySelector("pre.hex")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Truncated: reading stopped after 3,000 bytes.",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AStreamThatBrokeOffShowsItsBytesAndHowItEnded()
    {
        var page = await Page(SampleReports.Empty() with { Verdicts = [SampleVerdicts.BrokenStream()] });
        Assert.Contains(
            "It broke off: connection ended too early. the connection was closed within a chunk",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task NothingIsLoadedAndNothingButTheOneScriptMayRun()
    {
        var page = await Page(SampleReports.WithEverything());
        Assert.Empty(page.QuerySelectorAll("[src], iframe, object, embed, form[action]"));
        Assert.All(page.QuerySelectorAll("link"), link => Assert.Equal("data:,", link.GetAttribute("href")));
        var policy = page.QuerySelector("meta[http-equiv]")!.GetAttribute("content")!;
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALargeRunIsCappedAndSaysSo()
    {
        var page = await Page(SampleReports.Large(2_000));
        Assert.Equal(200, page.QuerySelectorAll("article").Length);
        Assert.Equal(800, page.QuerySelectorAll("#failures ~ .rows > li").Length);
        Assert.Equal(2_000, page.QuerySelectorAll("#requirement-table tbody tr").Length);
    }

    [Fact]
    public async Task EveryLinkLeadsSomewhere()
    {
        var page = await Page(SampleReports.WithEverything());
        Assert.All(
            page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!),
            href => Assert.NotNull(page.GetElementById(href[1..]))
        );
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Property(MaxTest = 60)]
    public async Task HostileTextChangesNoElementAndHidesNothing(string text)
    {
        var html = await HtmlReport.Write(SampleReports.Saying(text));
        Assert.DoesNotContain(html, unit => unit is '\0' or '\u001b' or '\u202e' or '\u2066' or '\u0085');
        Assert.Equal(Shape(await Page(SampleReports.Saying("x"))), Shape(Parse(html)));
    }

    /// <summary>Elements and their attributes, but for those that tell a hex dump from text.</summary>
    private static List<string> Shape(IHtmlDocument page) =>
        [
            .. page.All.Select(e =>
                e.LocalName == "pre" ? "pre" : $"{e.LocalName} {string.Join(' ', e.Attributes.Select(a => a.Name))}"
            ),
        ];

    private static async Task<IHtmlDocument> Page(RunReport report) => Parse(await HtmlReport.Write(report));

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
