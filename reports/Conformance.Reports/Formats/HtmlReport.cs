using Conformance.Reports.Formats.Html;

namespace Conformance.Reports.Formats;

/// <summary>The run as one HTML file for people: it loads nothing, and shows whatever a target sent as plain text.</summary>
public static class HtmlReport
{
    /// <summary>The whole document.</summary>
    public static Task<string> Write(RunReport report) =>
        PageRendering.Of<Page>(nameof(Page.View), ReportView.Of(report));
}
