using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Conformance.Reports.Formats;
using Conformance.Reports.Tests.Samples;

namespace Conformance.Reports.Tests.Formats.Html;

public sealed class PairsSectionTests
{
    [Fact]
    public async Task EachValueSaysHowManyBehavioursItMetAndWhyNoMore()
    {
        var rows = (await Page(SampleReports.WithEverything()))
            .QuerySelectorAll("#pairs ~ details tbody tr")
            .Select(row => Words(row.TextContent))
            .ToList();
        Assert.Equal(
            [
                "size ordinary texts 13 of 13",
                "size texts of more than 255 bytes 12 of 13 idempotency/replay",
                "size texts of more than 4 KiB 0 of 13 no accepted request of this run has it",
                "size texts of more than 64 KiB 0 of 13 the target rejects it: 413 too large",
            ],
            rows
        );
    }

    [Fact]
    public async Task AnOperationSaysAtAGlanceHowManyPairsWereSent() =>
        Assert.Equal(
            "nova-act CreateWorkflowRun 25 of 52 pairs",
            Words((await Page(SampleReports.WithEverything())).QuerySelector("#pairs ~ details summary")!.TextContent)
        );

    [Fact]
    public async Task ARunAcrossNoDimensionsHasNoSuchSection() =>
        Assert.Null((await Page(SampleReports.Conformant())).GetElementById("pairs"));

    private static string Words(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<IHtmlDocument> Page(RunReport report) =>
        new HtmlParser().ParseDocument(await HtmlReport.Write(report));
}
