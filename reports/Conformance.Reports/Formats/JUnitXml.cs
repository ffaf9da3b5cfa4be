using System.Globalization;
using System.Text;
using System.Xml;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats;

/// <summary>
/// The run as JUnit XML: a suite for each operation, a case for each requirement, and one case more for the run as a
/// whole, which is an error where the run is inconclusive. Only failures of mandatory requirements are <c>failure</c> elements; the
/// others are warnings in a property and in <c>system-out</c>. Whoever knows only the numbers of failures and errors
/// finds the run green exactly where its exit code is 0.
/// </summary>
public static class JUnitXml
{
    private const string RunSuite = "conformance";
    private const string RunCase = "the run decides";

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
        var conclusion = Conclusion.Of(report);
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement("testsuites");
            Attribute(xml, "name", $"conformance of {report.Target.Url}");
            Totals(xml, Numbers.Of(report.Verdicts, report.IsStrict) + Numbers.Of(conclusion));
            Attribute(xml, "time", Seconds(report.DurationSeconds * 1_000));
            Run(xml, conclusion, report);
            foreach (var operation in report.Verdicts.GroupBy(v => (v.Requirement.Api, v.Requirement.Operation)))
                Suite(xml, $"{operation.Key.Api}.{operation.Key.Operation}", [.. operation], report);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    /// <summary>Skipped cases are green to CI servers: without this one an interrupted run would be too.</summary>
    private static void Run(XmlWriter xml, Conclusion conclusion, RunReport report)
    {
        BeginSuite(xml, RunSuite, Numbers.Of(conclusion), 0, report);
        xml.WriteStartElement("testcase");
        Attribute(xml, "classname", RunSuite);
        Attribute(xml, "name", RunCase);
        Attribute(xml, "time", Seconds(0));
        if (conclusion.Kind == ConclusionKind.Inconclusive)
            Element(xml, "error", "inconclusive", conclusion.Says, $"{conclusion.Says}\nrepeat: {report.Command}");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Suite(XmlWriter xml, string name, IReadOnlyList<Verdict> verdicts, RunReport report)
    {
        var numbers = Numbers.Of(verdicts, report.IsStrict);
        BeginSuite(xml, name, numbers, verdicts.Sum(v => v.Milliseconds), report);
        foreach (var verdict in verdicts)
            Case(xml, name, verdict, report);
        xml.WriteEndElement();
    }

    private static void BeginSuite(XmlWriter xml, string name, Numbers numbers, double milliseconds, RunReport report)
    {
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", name);
        Totals(xml, numbers);
        Attribute(xml, "time", Seconds(milliseconds));
        Attribute(xml, "timestamp", report.StartedAt.UtcDateTime.ToString("s", CultureInfo.InvariantCulture));
        xml.WriteStartElement("properties");
        Property(xml, "target", report.Target.Url);
        Property(xml, "seed", report.Seed.ToString(CultureInfo.InvariantCulture));
        Property(xml, "runId", report.RunId);
        Property(xml, "profile", report.Profile);
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
                Element(xml, "failure", TypeOf(verdict), reason, JUnitDetail.Of(verdict, report));
                break;
            case Standing.Errored:
                Element(xml, "error", verdict.Cause?.Key ?? "errored", reason, JUnitDetail.Of(verdict, report));
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

    /// <summary>CI servers group by it.</summary>
    private static string TypeOf(Verdict verdict) => verdict.Cause?.Key ?? verdict.Requirement.Group.Name;

    private static void Element(XmlWriter xml, string name, string type, string message, string detail)
    {
        xml.WriteStartElement(name);
        Attribute(xml, "type", type);
        Attribute(xml, "message", message);
        xml.WriteString(Shown(detail));
        xml.WriteEndElement();
    }

    private static void Totals(XmlWriter xml, Numbers numbers)
    {
        Attribute(xml, "tests", Number(numbers.Tests));
        Attribute(xml, "failures", Number(numbers.Failures));
        Attribute(xml, "errors", Number(numbers.Errors));
        Attribute(xml, "skipped", Number(numbers.Skipped));
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

    private readonly record struct Numbers(int Tests, int Failures, int Errors, int Skipped)
    {
        public static Numbers operator +(Numbers one, Numbers other) =>
            new(
                one.Tests + other.Tests,
                one.Failures + other.Failures,
                one.Errors + other.Errors,
                one.Skipped + other.Skipped
            );

        /// <summary>Of the case for the run as a whole.</summary>
        public static Numbers Of(Conclusion conclusion) =>
            new(Tests: 1, Failures: 0, Errors: conclusion.Kind == ConclusionKind.Inconclusive ? 1 : 0, Skipped: 0);

        public static Numbers Of(IReadOnlyList<Verdict> verdicts, bool isStrict)
        {
            var byStanding = verdicts.CountBy(v => Standings.Of(v, isStrict)).ToDictionary();
            return new(
                verdicts.Count,
                byStanding.GetValueOrDefault(Standing.Failed),
                byStanding.GetValueOrDefault(Standing.Errored),
                byStanding.GetValueOrDefault(Standing.Skipped)
            );
        }
    }
}
