using System.Text.Json;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Contexts that come back changed because of how deep they are, or how they name members.</summary>
internal static class ContextShapes
{
    private const int Levels = 16;

    public static readonly ImmutableArray<Mutant> Rows =
    [
        Edits(
            "NestsDottedNamesOfContext",
            "takes a dot in a name of a context for a path",
            json => Nested(Parse(json))
        ),
        Edits(
            "CutsContextsBelowSixteenLevels",
            "writes null for what is nested deeper than 16 levels in a context",
            json => Depth(Parse(json)) > Levels ? Cut(Parse(json), Levels) : json
        ),
    ];

    private static Mutant Edits(string name, string says, Func<string, string> edit) =>
        Row(name, says, ["webhook/context-unchanged"], () => Contexts(edit)).AlsoBreaking("webhook/*", "concurrency/*");

    private static JsonElement Parse(string json) => JsonElement.Parse(json);

    /// <summary>The names at the top, where a store of documents would have them for paths.</summary>
    private static string Nested(JsonElement context) =>
        context.ValueKind == JsonValueKind.Object && context.EnumerateObject().Any(IsPath)
            ? $"{{{string.Join(',', context.EnumerateObject().Select(m => IsPath(m) ? Nested(m) : m.ToString()))}}}"
            : context.GetRawText();

    private static bool IsPath(JsonProperty member) => member.Name.Trim('.').Contains('.');

    private static string Nested(JsonProperty member)
    {
        var names = member.Name.Split('.').Select(name => JsonSerializer.Serialize(name)).ToArray();
        return string.Join(":{", names) + $":{member.Value.GetRawText()}" + new string('}', names.Length - 1);
    }

    private static int Depth(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => 1 + json.EnumerateObject().Select(m => Depth(m.Value)).DefaultIfEmpty().Max(),
            JsonValueKind.Array => 1 + json.EnumerateArray().Select(Depth).DefaultIfEmpty().Max(),
            _ => 0,
        };

    private static string Cut(JsonElement json, int levels) =>
        json.ValueKind switch
        {
            JsonValueKind.Object or JsonValueKind.Array when levels == 0 => "null",
            JsonValueKind.Object =>
                $"{{{string.Join(',', json.EnumerateObject().Select(m => $"{JsonSerializer.Serialize(m.Name)}:{Cut(m.Value, levels - 1)}"))}}}",
            JsonValueKind.Array => $"[{string.Join(',', json.EnumerateArray().Select(item => Cut(item, levels - 1)))}]",
            _ => json.GetRawText(),
        };
}
