using System.Xml;
using System.Xml.Linq;
using Conformance.Reports;

namespace Conformance.HostileTargets.Tests.Judging;

/// <summary>The files of a report: whatever a target sent, they stay small, whole, and without power over their readers.</summary>
internal static class ReportFolder
{
    /// <summary>All files together, in bytes.</summary>
    public const long MostBytes = 20_000_000;

    private static readonly string[] Files =
    [
        ReportFiles.Html,
        ReportFiles.Results,
        ReportFiles.JUnit,
        ReportFiles.Summary,
    ];

    /// <summary>Bytes of all files.</summary>
    public static long Size(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    /// <summary>What is wrong with them, in words.</summary>
    public static IEnumerable<string> Problems(string folder)
    {
        if (Size(folder) > MostBytes)
            yield return $"expected reports of at most {MostBytes} bytes, got {Size(folder)}";
        foreach (var name in Files)
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path))
                yield return $"expected a {name}, got none";
            else if (ControlCharacter(path) is { } character)
                yield return $"{name} holds the control character U+{(int)character:X4}";
        }
        if (WhyNoXml(Path.Combine(folder, ReportFiles.JUnit)) is { } problem)
            yield return $"{ReportFiles.JUnit} is no XML: {problem}";
        if (
            File.ReadAllText(Path.Combine(folder, ReportFiles.Html)).Contains(Payloads.Script, StringComparison.Ordinal)
        )
            yield return $"{ReportFiles.Html} holds the target's script";
    }

    private static char? ControlCharacter(string path)
    {
        using var reader = new StreamReader(path);
        for (var next = reader.Read(); next >= 0; next = reader.Read())
            if (char.IsControl((char)next) && next is not ('\n' or '\r' or '\t'))
                return (char)next;
        return null;
    }

    private static string? WhyNoXml(string path)
    {
        try
        {
            XDocument.Load(path);
            return null;
        }
        catch (XmlException e)
        {
            return e.Message;
        }
    }
}
