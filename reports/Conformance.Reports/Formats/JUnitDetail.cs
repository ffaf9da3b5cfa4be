using System.Text;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats;

/// <summary>What a CI server shows when someone clicks on a case that did not pass.</summary>
internal static class JUnitDetail
{
    private const int LongestValue = 4_000;

    /// <summary>The duty, its source, expected, actual, the smallest case and the command that repeats it.</summary>
    public static string Of(Verdict verdict, RunReport report)
    {
        var requirement = verdict.Requirement;
        var text = new StringBuilder();
        Line(text, "requirement", requirement.Says);
        Line(text, "level", Words.Of(requirement.Level));
        foreach (var source in requirement.Sources)
            Line(text, "source", $"{source} {source.Title}");
        if (verdict.Evidence is { } evidence)
        {
            Line(text, "expected", evidence.Expected);
            Line(text, "actual", evidence.Actual);
            Line(text, "case", evidence.Case);
            if (evidence.SmallestValue is { } value)
                Line(text, "value", value);
            // A part of a command would send something else.
            if (
                evidence.Exchanges is [.., var last]
                && CurlCommand.For(last.Exchange.Request) is { Length: <= LongestValue } curl
            )
                Line(text, "curl", curl);
        }
        Line(text, "repeat", ReplayCommand.For(report, requirement.Id));
        return text.ToString();
    }

    private static void Line(StringBuilder text, string label, string value) =>
        text.Append(label).Append(": ").Append(Shortened.To(LongestValue, value)).Append('\n');
}
