using System.Text.Json;
using Conformance.Reports.Formats.Results;
using Conformance.Schemas;

namespace Conformance.Reports.Formats;

/// <summary>
/// The run as a versioned JSON document that other programs read and that a later run replays. Its shape is published
/// in <c>results.schema.json</c>.
/// </summary>
public static class ResultsJson
{
    /// <summary>
    /// Readers of format 2 take any 2.x and pass over members that they do not know. Any other number is refused.
    /// </summary>
    public const string FormatVersion = "2.0";

    // Failures come with the bytes of their exchanges.
    private const int MostBytes = 1 << 29;

    private static readonly JsonWriterOptions Pretty = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = ResultsFormat.Encoder,
    };

    /// <summary>The published JSON Schema of the format.</summary>
    public static string Schema => Resource.Text("results.schema.json");

    /// <summary>The document in UTF-8, the same bytes for the same report.</summary>
    public static ReadOnlyMemory<byte> Write(RunReport report)
    {
        var ordered = report with
        {
            Verdicts = [.. report.Verdicts.OrderBy(v => v.Requirement.Id, StringComparer.Ordinal)],
            Observations = [.. report.Observations.OrderBy(o => o.Id, StringComparer.Ordinal)],
        };
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Pretty))
        {
            json.WriteStartObject();
            json.WriteString("formatVersion", FormatVersion);
            WriteConclusion(json, Conclusion.Of(report));
            WriteCounts(json, report.Verdicts);
            var bodies = new BodyTable();
            var type = ResultsFormat.Type<RunReport>(new BodyConverter(bodies));
            using var members = JsonSerializer.SerializeToDocument(ordered, type);
            foreach (var member in members.RootElement.EnumerateObject())
                member.WriteTo(json);
            bodies.WriteTo(json);
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    /// <summary>Reads a results file.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="ct">Gives it up.</param>
    /// <exception cref="ResultsFileException">It can't be read, is no results file, or its version is not supported.</exception>
    public static Task<RunReport> ReadFile(string file, CancellationToken ct) =>
        Task.Run(() => Read(BytesOf(file), file), ct);

    /// <summary>Reads a results document. Conclusion and counts are drawn anew from the verdicts.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="ResultsFileException">It is no results file, or its version is not supported.</exception>
    public static RunReport Read(ReadOnlyMemory<byte> utf8, string file) => ResultsReader.Read(utf8.Span, file);

    private static byte[] BytesOf(string file)
    {
        try
        {
            return GivenFile.Bytes(file, MostBytes);
        }
        catch (GivenFileException e)
        {
            throw new ResultsFileException(e.Message, e);
        }
    }

    private static void WriteConclusion(Utf8JsonWriter json, Conclusion conclusion)
    {
        json.WriteStartObject("conclusion");
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(conclusion.Kind.ToString()));
        json.WriteNumber("exitCode", conclusion.ExitCode);
        json.WriteString("says", conclusion.Says);
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, IReadOnlyList<Verdict> verdicts)
    {
        json.WriteStartObject("counts");
        foreach (var level in Enum.GetValues<Level>())
        {
            var tally = Tally.Of(verdicts.Where(v => v.Requirement.Level == level));
            json.WriteStartObject(JsonNamingPolicy.CamelCase.ConvertName(level.ToString()));
            json.WriteNumber("passed", tally.Passed);
            json.WriteNumber("failed", tally.Failed);
            json.WriteNumber("skipped", tally.Skipped);
            json.WriteNumber("errored", tally.Errored);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
