using System.Globalization;
using System.Text.Json;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Results;

/// <summary>Reads the format, and says what is wrong with what isn't in it.</summary>
internal static class ResultsReader
{
    private const string NextStep = "give the results.json of a run of this version of the kit";

    public static RunReport Read(ReadOnlySpan<byte> bytes, string file)
    {
        try
        {
            var utf8 = GivenFile.Utf8(bytes, file);
            CheckVersion(utf8, file);
            using var document = JsonDocument.Parse(utf8.ToArray());
            var type = ResultsFormat.Type<RunReport>(new BodyConverter(BodyTable.Of(document.RootElement)));
            return JsonSerializer.Deserialize(utf8, type)
                ?? throw new ResultsFileException($"{file}:1: expected a JSON object, got null: {NextStep}");
        }
        catch (JsonException wrong)
        {
            var line = (wrong.LineNumber ?? 0) + 1;
            var at =
                string.IsNullOrEmpty(wrong.Path) || wrong.Path == "$" ? "" : $" at {Shortened.OnALine(wrong.Path)}";
            throw new ResultsFileException($"{file}:{line}: not a results file{at}: {Said(wrong)} {NextStep}", wrong);
        }
        catch (InvalidOperationException wrong)
        {
            // A string of the document with half a surrogate pair.
            throw new ResultsFileException($"{file}: not a results file: {Said(wrong)} {NextStep}", wrong);
        }
        catch (GivenFileException wrong)
        {
            throw new ResultsFileException(wrong.Message, wrong);
        }
    }

    private static void CheckVersion(ReadOnlySpan<byte> utf8, string file)
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new ResultsFileException($"{file}:1: expected a JSON object, got {reader.TokenType}: {NextStep}");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isVersion = reader.ValueTextEquals("formatVersion");
            reader.Read();
            if (isVersion)
            {
                CheckVersion(reader, Line(utf8, reader.TokenStartIndex), file);
                return;
            }
            reader.Skip();
        }
        throw new ResultsFileException($"{file}:1: expected the member formatVersion, got none: {NextStep}");
    }

    private static void CheckVersion(Utf8JsonReader reader, int line, string file)
    {
        var version = reader.TokenType == JsonTokenType.String ? reader.GetString()! : $"a {reader.TokenType}";
        if (version.Split('.') is not ["2", var minor] || !int.TryParse(minor, CultureInfo.InvariantCulture, out _))
            throw new ResultsFileException(
                $"{file}:{line}: expected results of format 2, got formatVersion {Shortened.OnALine(version)}: run again with this version of the kit"
            );
    }

    // It may quote the names of members.
    private static string Said(Exception wrong) => Shortened.OnALine(wrong.Message, limit: 300);

    private static int Line(ReadOnlySpan<byte> utf8, long index) => utf8[..(int)index].Count((byte)'\n') + 1;
}
