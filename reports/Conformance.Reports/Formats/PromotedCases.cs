using System.Globalization;
using System.Text;
using System.Text.Json;
using Conformance.Reports.Corpus;
using Conformance.Reports.Formats.Promoted;
using Conformance.Reports.Formats.Results;

namespace Conformance.Reports.Formats;

/// <summary>
/// The file of promoted cases: JSON, ordered so that two versions of it merge. Its shape is published in
/// <c>promoted.schema.json</c>.
/// </summary>
public static class PromotedCases
{
    /// <summary>Readers of version 1 take any 1.x and pass over members that they do not know.</summary>
    public const string FormatVersion = "1.0";

    private const int MostBytes = 64 << 20;

    private static readonly JsonWriterOptions Pretty = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = ResultsFormat.Encoder,
    };

    /// <summary>The published JSON Schema of the format.</summary>
    public static string Schema => Resource.Text("promoted.schema.json");

    /// <summary>Reads a file.</summary>
    /// <exception cref="CorpusFileException">It is not there, or no file of promoted cases.</exception>
    public static ImmutableArray<PromotedCase> ReadFile(string file)
    {
        try
        {
            return Read(GivenFile.Bytes(file, MostBytes), file);
        }
        catch (GivenFileException e)
        {
            throw new CorpusFileException(e.Message, e);
        }
    }

    /// <summary>Reads a document.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="CorpusFileException">It is no such document.</exception>
    public static ImmutableArray<PromotedCase> Read(ReadOnlySpan<byte> utf8, string file) =>
        PromotedReader.Read(utf8, file);

    /// <summary>The document in UTF-8, the same bytes for the same cases.</summary>
    public static ReadOnlyMemory<byte> Write(IEnumerable<PromotedCase> cases)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Pretty))
        {
            json.WriteStartObject();
            json.WriteString("formatVersion", FormatVersion);
            json.WriteStartArray("cases");
            foreach (
                var @case in cases
                    .OrderBy(c => c.Requirement, StringComparer.Ordinal)
                    .ThenBy(c => c.Value, StringComparer.Ordinal)
            )
                Write(json, @case);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, PromotedCase @case)
    {
        json.WriteStartObject();
        json.WriteString("requirement", @case.Requirement);
        json.WritePropertyName("value");
        json.WriteRawValue(Ascii(@case.Value), skipInputValidation: true);
        if (@case.RunId is { } runId)
            json.WriteString("runId", runId);
        if (@case.Says is { } says)
            json.WriteString("says", says);
        if (@case.Seed is { } seed)
            json.WriteNumber("seed", seed);
        if (@case.Profile is { } profile)
            json.WriteString("profile", profile);
        json.WriteEndObject();
    }

    /// <summary>The same JSON in characters that no editor changes or hides: beyond ASCII it has nothing but texts.</summary>
    private static string Ascii(string json)
    {
        var text = new StringBuilder(json.Length);
        foreach (var unit in json)
            if (unit < 0x7F)
                text.Append(unit);
            else
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        return text.ToString();
    }
}
