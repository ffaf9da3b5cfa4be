using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Conformance.Reports.Formats;
using Conformance.Reports.Tests.Samples;

namespace Conformance.Reports.Tests.Formats.Html;

public sealed class TriedSectionTests
{
    [Fact]
    public async Task EachConstraintSaysWhatWasSentAndWhatWasNot()
    {
        var page = await Page(SampleReports.WithEverything());
        var rows = page.QuerySelectorAll(".tried tbody tr").Select(row => Words(row.TextContent)).ToList();
        Assert.Contains("violation one character beyond the limit length-101 1 \"aaaa\"", rows);
        Assert.Contains("violation random values random-1, random-2, random-3, … 4 \"aaaa\"", rows);
        Assert.Contains("in dispute (R4) 100 characters of several bytes long-in-bytes 1 \"aaaa\"", rows);
        Assert.Contains(
            rows,
            row => row.StartsWith("legal separators in a row 0 left out: its requirement was", StringComparison.Ordinal)
        );
        Assert.Contains(
            page.QuerySelectorAll(".remark").Select(remark => Words(remark.TextContent)),
            remark =>
                remark == "No violation to try: nothing but one character – such a value breaks minLength as well."
        );
    }

    [Fact]
    public async Task ApisAndMembersSayAtAGlanceHowMuchWasTried()
    {
        var page = await Page(SampleReports.WithEverything());
        var summaries = page.QuerySelectorAll("#tried ~ details summary").Select(s => Words(s.TextContent)).ToList();
        Assert.Matches("^nova-act 4 classes tried, 7 values ?–1 left out$", summaries[0]);
        Assert.Equal("CreateWorkflowRun modelId 4 classes tried, 7 values", summaries[1]);
        Assert.Equal("bedrock-flows 1 class tried, 1 value", summaries[3]);
    }

    [Fact]
    public async Task ARunThatTriedNoValuesHasNoSuchSection() =>
        Assert.Null((await Page(SampleReports.Conformant())).GetElementById("tried"));

    private static string Words(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<IHtmlDocument> Page(RunReport report) =>
        new HtmlParser().ParseDocument(await HtmlReport.Write(report));
}
