using System.Text;
using Conformance.Reports;
using Conformance.Reports.Text;

namespace Conformance.XUnit.Rows;

/// <summary>A verdict as the message of a test: the duty, its source, what was expected and what came, and how to see it again.</summary>
internal static class VerdictText
{
    private const int LongestValue = 4_000;

    /// <summary>Several lines, each with its label.</summary>
    public static string Of(Verdict verdict, RunReport report, bool isInProcess)
    {
        var requirement = verdict.Requirement;
        var text = new StringBuilder();
        text.Append(VisibleText.Of($"{Words.Of(requirement.Level)}: {requirement.Says}")).Append('\n');
        foreach (var source in requirement.Sources)
            Line(text, "source", $"{source} {source.Title}");
        if (verdict.Evidence is { } evidence)
            Append(text, evidence, isInProcess);
        else if (verdict.Reason is { } reason)
            Line(text, "reason", reason);
        if (verdict.FailedCases.Length > 1)
            Line(text, "failed", $"{verdict.FailedCases.Length} of {Words.Count(verdict.Cases, "case")}");
        Line(text, "repeat", TestCommand.For(requirement.Id));
        if (!isInProcess)
            Line(text, "or", $"{ReplayCommand.For(report, requirement.Id)} # while the target is up");
        return text.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder text, Evidence evidence, bool isInProcess)
    {
        Line(text, "expected", evidence.Expected);
        Line(text, "actual", evidence.Actual);
        Line(text, "case", evidence.Case);
        if (evidence.SmallestValue is { } value)
            Line(text, "smallest value", value);
        if (evidence.Exchanges is not [.., var last])
            return;
        if (evidence.Exchanges.Length > 1)
            Line(text, "steps", string.Join("; ", evidence.Exchanges.Select(step => step.Says)));
        var remark = isInProcess ? " # the target was called in process: let it listen at this URL first" : "";
        if (CurlCommand.For(last.Exchange.Request) is { } curl)
            Line(text, "curl", curl + remark);
    }

    private static void Line(StringBuilder text, string label, string value) =>
        text.Append("  ")
            .Append($"{label}: ")
            .Append(InertText.Of(VisibleText.Of(Shortened.To(LongestValue, value))))
            .Append('\n');
}
