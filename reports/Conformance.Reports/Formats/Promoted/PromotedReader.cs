using System.Globalization;
using System.Text.Json;
using Conformance.Reports.Corpus;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Promoted;

/// <summary>Reads the file of promoted cases, and says where it is wrong.</summary>
internal static class PromotedReader
{
    private const string NextStep = "correct it, or make the file with ./run-conformance.sh corpus add";

    public static ImmutableArray<PromotedCase> Read(ReadOnlySpan<byte> bytes, string file)
    {
        try
        {
            var utf8 = GivenFile.Utf8(bytes, file);
            var reader = new Utf8JsonReader(utf8);
            reader.Read();
            return ReadFile(ref reader, utf8, file);
        }
        catch (JsonException wrong)
        {
            throw new CorpusFileException(
                $"{file}:{(wrong.LineNumber ?? 0) + 1}: not a file of promoted cases: {Said(wrong)} {NextStep}",
                wrong
            );
        }
        catch (InvalidOperationException wrong)
        {
            // A name or a text with half a surrogate pair, where none can be.
            throw new CorpusFileException($"{file}: not a file of promoted cases: {Said(wrong)} {NextStep}", wrong);
        }
        catch (GivenFileException wrong)
        {
            throw new CorpusFileException(wrong.Message, wrong);
        }
    }

    private static ImmutableArray<PromotedCase> ReadFile(
        ref Utf8JsonReader reader,
        ReadOnlySpan<byte> utf8,
        string file
    )
    {
        Expect(ref reader, JsonTokenType.StartObject, "an object", utf8, file);
        ImmutableArray<PromotedCase>? cases = null;
        var hasVersion = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (name == "formatVersion")
                hasVersion = CheckVersion(ref reader, utf8, file);
            else if (name == "cases")
                cases = ReadCases(ref reader, utf8, file);
            else
                reader.Skip();
        }
        while (reader.Read()) { }
        return hasVersion && cases is { } read
            ? read
            : throw new CorpusFileException($"{file}:1: expected the members formatVersion and cases; {NextStep}");
    }

    private static ImmutableArray<PromotedCase> ReadCases(
        ref Utf8JsonReader reader,
        ReadOnlySpan<byte> utf8,
        string file
    )
    {
        Expect(ref reader, JsonTokenType.StartArray, "a list of cases", utf8, file);
        var cases = ImmutableArray.CreateBuilder<PromotedCase>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Expect(ref reader, JsonTokenType.StartObject, "a case", utf8, file);
            var line = Line(utf8, reader.TokenStartIndex);
            using var @case = JsonDocument.ParseValue(ref reader);
            cases.Add(Of(@case.RootElement, line, file));
        }
        return cases.ToImmutable();
    }

    private static PromotedCase Of(JsonElement @case, int line, string file)
    {
        if (Text("requirement") is not { } requirement || !@case.TryGetProperty("value", out var value))
            throw new CorpusFileException($"{file}:{line}: expected a case with requirement and value; {NextStep}");
        return new PromotedCase(requirement, value.GetRawText())
        {
            RunId = Text("runId"),
            Says = Text("says"),
            Seed = @case.TryGetProperty("seed", out var seed) && seed.TryGetInt64(out var number) ? number : null,
            Profile = Text("profile"),
            Line = line,
        };

        string? Text(string name) =>
            !@case.TryGetProperty(name, out var member) ? null
            : member.ValueKind == JsonValueKind.String ? member.GetString()
            : throw new CorpusFileException($"{file}:{line}: expected a text as {name} of a case; {NextStep}");
    }

    private static bool CheckVersion(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, string file)
    {
        Expect(ref reader, JsonTokenType.String, "a text", utf8, file);
        var version = reader.GetString()!;
        return version.Split('.') is ["1", var minor] && int.TryParse(minor, CultureInfo.InvariantCulture, out _)
            ? true
            : throw new CorpusFileException(
                $"{file}:{Line(utf8, reader.TokenStartIndex)}: expected formatVersion 1.x, got {Shortened.OnALine(version)}: read it with the kit that wrote it"
            );
    }

    private static void Expect(
        ref Utf8JsonReader reader,
        JsonTokenType type,
        string what,
        ReadOnlySpan<byte> utf8,
        string file
    )
    {
        if (reader.TokenType != type)
            throw new CorpusFileException(
                $"{file}:{Line(utf8, reader.TokenStartIndex)}: expected {what}, got {reader.TokenType}; {NextStep}"
            );
    }

    // It may quote the names of members.
    private static string Said(Exception wrong) => Shortened.OnALine(wrong.Message, limit: 300);

    private static int Line(ReadOnlySpan<byte> utf8, long index) => utf8[..(int)index].Count((byte)'\n') + 1;
}
