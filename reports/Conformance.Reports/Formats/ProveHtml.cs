using Conformance.Reports.Formats.Html;
using Conformance.Reports.Formats.Html.Kills;
using Conformance.Reports.Matrix;

namespace Conformance.Reports.Formats;

/// <summary>The kill matrix as one HTML file for people, which loads nothing.</summary>
public static class ProveHtml
{
    /// <summary>The whole document.</summary>
    public static Task<string> Write(KillMatrix matrix) =>
        PageRendering.Of<KillPage>(nameof(KillPage.View), KillView.Of(matrix));
}
