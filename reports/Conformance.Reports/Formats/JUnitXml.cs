using System.Globalization;
using System.Text;
using System.Xml;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats;

/// <summary>
/// The run as JUnit XML: a suite for each operation, a case for each requirement. Only failures that bind are
/// <c>failure</c> elements; the others are warnings in a property and in <c>system-out</c>.
/// </summary>
public static class JUnitXml
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        // A line feed in an attribute has to come back as one.
        NewLineHandling = NewLineHandling.Entitize,
        NewLineChars = "\n",
    };

    /// <summary>The document in UTF-8. Characters that XML 1.0 cannot hold are visible symbols.</summary>
    public static ReadOnlyMemory<byte> Write(RunReport report)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement("testsuites");
            Attribute(xml, "name", $"conformance of {report.Target.Url}");
            Totals(xml, report.Verdicts, report.IsStrict);
            Attribute(xml, "time", Seconds(report.DurationSeconds * 1_000));
            foreach (var operation in report.Verdicts.GroupBy(v => (v.Requirement.Api, v.Requirement.Operation)))
                Suite(xml, $"{operation.Key.Api}.{operation.Key.Operation}", [.. operation], report);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static void Suite(XmlWriter xml, string name, IReadOnlyList<Verdict> verdicts, RunReport report)
    {
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", name);
        Totals(xml, verdicts, report.IsStrict);
        Attribute(xml, "time", Seconds(verdicts.Sum(v => v.Milliseconds)));
        Attribute(xml, "timestamp", report.StartedAt.UtcDateTime.ToString("s", CultureInfo.InvariantCulture));
        xml.WriteStartElement("properties");
        Property(xml, "target", report.Target.Url);
        Property(xml, "seed", report.Seed.ToString(CultureInfo.InvariantCulture));
        Property(xml, "runId", report.RunId);
        Property(xml, "profile", report.Profile);
        xml.WriteEndElement();
        foreach (var verdict in verdicts)
            Case(xml, name, verdict, report);
        xml.WriteEndElement();
    }

    private static void Case(XmlWriter xml, string suite, Verdict verdict, RunReport report)
    {
        var standing = Standings.Of(verdict, report.IsStrict);
        xml.WriteStartElement("testcase");
        Attribute(xml, "classname", suite);
        Attribute(xml, "name", verdict.Requirement.Id);
        Attribute(xml, "time", Seconds(verdict.Milliseconds));
        xml.WriteStartElement("properties");
        Property(xml, "level", Words.Of(verdict.Requirement.Level));
        Property(xml, "sources", string.Join(' ', verdict.Requirement.Sources));
        if (standing == Standing.Warning)
            Property(xml, "warning", verdict.Reason ?? verdict.Requirement.Says);
        xml.WriteEndElement();
        Result(xml, standing, verdict, report);
        xml.WriteEndElement();
    }

    private static void Result(XmlWriter xml, Standing standing, Verdict verdict, RunReport report)
    {
        var reason = verdict.Reason ?? verdict.Requirement.Says;
        switch (standing)
        {
            case Standing.Failed:
                Element(xml, "failure", verdict.Requirement.Group, reason, JUnitDetail.Of(verdict, report));
                break;
            case Standing.Errored:
                Element(xml, "error", "errored", reason, JUnitDetail.Of(verdict, report));
                break;
            case Standing.Skipped:
                xml.WriteStartElement("skipped");
                Attribute(xml, "message", verdict.Skip is { } skip ? $"{Words.Of(skip)}: {reason}" : reason);
                xml.WriteEndElement();
                break;
            case Standing.Warning:
                xml.WriteElementString("system-out", Shown($"warning: {reason}\n{JUnitDetail.Of(verdict, report)}"));
                break;
        }
    }

    private static void Element(XmlWriter xml, string name, string type, string message, string detail)
    {
        xml.WriteStartElement(name);
        Attribute(xml, "type", type);
        Attribute(xml, "message", message);
        xml.WriteString(Shown(detail));
        xml.WriteEndElement();
    }

    private static void Totals(XmlWriter xml, IReadOnlyList<Verdict> verdicts, bool isStrict)
    {
        var byStanding = verdicts.CountBy(v => Standings.Of(v, isStrict)).ToDictionary();
        Attribute(xml, "tests", Number(verdicts.Count));
        Attribute(xml, "failures", Number(byStanding.GetValueOrDefault(Standing.Failed)));
        Attribute(xml, "errors", Number(byStanding.GetValueOrDefault(Standing.Errored)));
        Attribute(xml, "skipped", Number(byStanding.GetValueOrDefault(Standing.Skipped)));
    }

    private static void Property(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement("property");
        Attribute(xml, "name", name);
        Attribute(xml, "value", value);
        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, string value) =>
        xml.WriteAttributeString(name, Shown(value));

    // Some agents show the file in their log.
    private static string Shown(string text) => InertText.Of(VisibleText.Of(text));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double milliseconds) =>
        (milliseconds / 1_000).ToString("0.000", CultureInfo.InvariantCulture);
}
