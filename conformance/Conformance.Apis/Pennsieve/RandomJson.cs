using System.Globalization;
using Conformance.Generators;

namespace Conformance.Apis.Pennsieve;

/// <summary>JSON at random, the same for the same draw. Numbers are such as every JSON library holds exactly.</summary>
internal static class RandomJson
{
    private const int MostMembers = 4;
    private const int MostLevels = 5;

    /// <summary>An object with at least one member.</summary>
    public static JsonObject Object(Draw draw) => Object(draw, MostLevels);

    private static JsonObject Object(Draw draw, int levels) =>
        new([
            .. Enumerable
                .Range(0, 1 + Roll(draw, MostMembers))
                .Select(n => new JsonProperty(
                    string.Create(CultureInfo.InvariantCulture, $"{Character(draw.For($"name {n}"))}{n}"),
                    Value(draw.For(Name(n)), levels - 1)
                )),
        ]);

    private static JsonValue Value(Draw draw, int levels) =>
        Roll(draw, levels > 0 ? 7 : 5) switch
        {
            0 => JsonValue.Null,
            1 => JsonValue.Parse(Roll(draw.For("flag"), 2) == 0 ? "true" : "false"),
            2 => Number(draw.For("number")),
            3 or 4 => Text(draw.For("text")),
            5 => Object(draw.For("object"), levels),
            _ => Array(draw.For("array"), levels),
        };

    private static JsonArray Array(Draw draw, int levels)
    {
        var items = Enumerable.Range(0, Roll(draw, MostMembers));
        return new JsonArray([.. items.Select(n => Value(draw.For(Name(n)), levels - 1))]);
    }

    private static JsonValue Number(Draw draw)
    {
        var thousandths = Roll(draw, 2_000_000_000) - 1_000_000_000;
        return JsonValue.Parse((thousandths / 1000m).ToString(CultureInfo.InvariantCulture));
    }

    private static JsonText Text(Draw draw) =>
        new(string.Concat(Enumerable.Range(0, Roll(draw, 12)).Select(n => Character(draw.For(Name(n))))));

    /// <summary>Letters of several scripts and what JSON has to escape; never NUL nor half a surrogate pair.</summary>
    private static string Character(Draw draw)
    {
        ImmutableArray<string> all = ["a", "Z", "7", "é", "ß", "Ж", "ع", "世", "😀", "\"", "\\", "\n", "\u0001", " "];
        return all[Roll(draw, all.Length)];
    }

    private static string Name(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static int Roll(Draw draw, int count) => (int)(draw.For("roll").Seed % (ulong)count);
}
