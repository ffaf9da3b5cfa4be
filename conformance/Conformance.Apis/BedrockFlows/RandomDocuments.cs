using System.Globalization;
using Conformance.Generators;

namespace Conformance.Apis.BedrockFlows;

/// <summary>Documents that chance makes, the same for the same draw.</summary>
internal static class RandomDocuments
{
    private const int DeepestNesting = 4;
    private const int MostMembers = 4;

    private static readonly ImmutableArray<string> Pieces =
    [
        "",
        "a",
        "Z9",
        " ",
        "\n",
        "\"",
        "\\",
        "/",
        "é",
        "e\u0301",
        "世",
        "😀",
        "\u2028",
        "\u001f",
        "0",
        "null",
    ];

    /// <summary>So many of them, each of another draw.</summary>
    public static IEnumerable<Document> Of(Draw draw, int count) =>
        Enumerable
            .Range(1, count)
            .Select(n => new Document(
                $"a random document ({n})",
                Value(draw.For(n.ToString(CultureInfo.InvariantCulture)), DeepestNesting)
            ));

    private static JsonValue Value(Draw draw, int depth) =>
        Pick(draw, "kind", depth > 0 ? 6 : 3) switch
        {
            0 => new JsonText(Text(draw.For("text"))),
            1 => Number(draw),
            2 => new JsonRaw(Pick(draw, "boolean", 2) == 0 ? "true" : "false"),
            3 or 4 => new JsonObject([
                .. Children(draw, depth)
                    .DistinctBy(child => child.Name)
                    .Select(child => new JsonProperty(child.Name, child.Value)),
            ]),
            _ => new JsonArray([.. Children(draw, depth).Select(child => child.Value)]),
        };

    private static IEnumerable<(string Name, JsonValue Value)> Children(Draw draw, int depth) =>
        Enumerable
            .Range(0, 1 + Pick(draw, "count", MostMembers))
            .Select(n => draw.For(n.ToString(CultureInfo.InvariantCulture)))
            .Select(child => ($"n{Text(child.For("name"))}", Value(child, depth - 1)));

    private static string Text(Draw draw) =>
        string.Concat(
            Enumerable
                .Range(0, 1 + Pick(draw, "length", 6))
                .Select(n => Pieces[Pick(draw, n.ToString(CultureInfo.InvariantCulture), Pieces.Length)])
        );

    /// <summary>Eighths, which a double holds exactly.</summary>
    private static JsonRaw Number(Draw draw)
    {
        var eighths = (Pick(draw, "number", 2_000_001) - 1_000_000) / 8m;
        return new JsonRaw(eighths.ToString(CultureInfo.InvariantCulture));
    }

    private static int Pick(Draw draw, string choice, int count) => (int)(draw.For(choice).Seed % (ulong)count);
}
