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
        catch (JsonException e) when (e is { LineNumber: { } line, BytePositionInLine: { } column })
        {
            var problem = $"expected strict JSON; came a text that is not ({e.Message}); correct the text there";
            throw new SchemaException(file.Name, "", (int)line + 1, (int)column + 1, problem);
        }
        catch (JsonException)
        {
            var (name, offset) = SecondOfAName(Encoding.UTF8.GetBytes(file.Text));
            throw Refuse(file, "", offset, $"expected each member once; came \"{name}\" again; remove one of the two");
        }
    }

    public SchemaException Refuse(string pointer, string problem) => Refuse(file, pointer, OffsetOf(pointer), problem);

    private static SchemaException Refuse(SchemaFile file, string pointer, int offset, string problem)
    {
        var before = Encoding.UTF8.GetBytes(file.Text).AsSpan(0, offset);
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return new(file.Name, pointer, line, column, problem);
    }

    /// <summary>The first member that an object names twice, and where the second one begins: the parser doesn't say.</summary>
    private static (string Name, int Offset) SecondOfAName(byte[] text)
    {
        var reader = new Utf8JsonReader(text);
        var open = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject)
                open.Push(new(StringComparer.Ordinal));
            else if (reader.TokenType == JsonTokenType.EndObject)
                open.Pop();
            else if (reader.TokenType == JsonTokenType.PropertyName && !open.Peek().Add(reader.GetString()!))
                return (reader.GetString()!, (int)reader.TokenStartIndex);
        }
        throw new InvalidOperationException("the parser found a member named twice, and there is none");
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
