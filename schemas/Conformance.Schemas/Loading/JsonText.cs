using System.Text;
using System.Text.Json;

namespace Conformance.Schemas.Loading;

/// <summary>A parsed file that remembers its text, so that a complaint can say line and column.</summary>
internal sealed class JsonText
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly SchemaFile file;

    private JsonText(SchemaFile file, JsonElement root)
    {
        this.file = file;
        Root = new JsonLocation(this, "", root);
    }

    /// <summary>The whole document.</summary>
    public JsonLocation Root { get; }

    /// <exception cref="SchemaException">The text is not JSON, or names a member twice.</exception>
    public static JsonText Parse(SchemaFile file)
    {
        try
        {
            using var document = JsonDocument.Parse(file.Text, Strict);
            return new(file, document.RootElement.Clone());
        }
        catch (JsonException e)
        {
            var problem = $"expected strict JSON; came a text that is not ({e.Message}); correct the text there";
            var (line, column) = (e.LineNumber + 1 ?? 1, e.BytePositionInLine + 1 ?? 1);
            throw new SchemaException(file.Name, "", (int)line, (int)column, problem);
        }
    }

    public SchemaException Refuse(string pointer, string problem)
    {
        var before = Encoding.UTF8.GetBytes(file.Text).AsSpan(0, OffsetOf(pointer));
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return new(file.Name, pointer, line, column, problem);
    }

    /// <summary>Reads the text once more, since positions are wanted only when something is wrong.</summary>
    private int OffsetOf(string pointer)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(file.Text));
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        foreach (var step in pointer.Split('/').Skip(1))
            start = StepInto(ref reader, JsonLocation.Unescaped(step));
        return start;
    }

    private static int StepInto(ref Utf8JsonReader reader, string step)
    {
        var isArray = reader.TokenType == JsonTokenType.StartArray;
        for (var index = 0; reader.Read(); index++)
        {
            var isHere = isArray ? step == $"{index}" : reader.ValueTextEquals(step);
            if (!isArray)
                reader.Read();
            if (isHere)
                break;
            reader.Skip();
        }
        return (int)reader.TokenStartIndex;
    }
}
