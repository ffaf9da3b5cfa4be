using Conformance.Reports.Formats.Html;
using Conformance.Reports.Formats.Html.SelfTest;
using Conformance.Reports.SelfTest;

namespace Conformance.Reports.Formats;

/// <summary>The report of the self-test as one HTML file for people, which loads nothing.</summary>
public static class SelfTestHtml
{
    /// <summary>The whole document.</summary>
    public static Task<string> Write(SelfTestReport report) =>
        PageRendering.Of<SelfTestPage>(nameof(SelfTestPage.View), SelfTestView.Of(report));
}
