using System.Collections.Frozen;
using System.Text.Json;

namespace Conformance.Schemas.Loading;

/// <summary>The keywords that may stand in a schema, and for which kinds of value each says something.</summary>
internal static class Keywords
{
    private static readonly FrozenDictionary<string, (JsonValueKind Value, JsonKind[] For)> Limits = new Dictionary<
        string,
        (JsonValueKind, JsonKind[])
    >
    {
        ["minLength"] = (JsonValueKind.Number, [JsonKind.String]),
        ["maxLength"] = (JsonValueKind.Number, [JsonKind.String]),
        ["pattern"] = (JsonValueKind.String, [JsonKind.String]),
        ["enum"] = (JsonValueKind.Array, [JsonKind.String]),
        ["x-notBlank"] = (JsonValueKind.True, [JsonKind.String]),
        ["minItems"] = (JsonValueKind.Number, [JsonKind.Array]),
        ["maxItems"] = (JsonValueKind.Number, [JsonKind.Array]),
        ["minimum"] = (JsonValueKind.Number, [JsonKind.Integer, JsonKind.Number]),
        ["maximum"] = (JsonValueKind.Number, [JsonKind.Integer, JsonKind.Number]),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, (JsonValueKind Value, JsonKind[] For)> Structure = new Dictionary<
        string,
        (JsonValueKind, JsonKind[])
    >
    {
        ["required"] = (JsonValueKind.Array, [JsonKind.Object]),
        ["properties"] = (JsonValueKind.Object, [JsonKind.Object]),
        ["additionalProperties"] = (JsonValueKind.True, [JsonKind.Object]),
        ["items"] = (JsonValueKind.Object, [JsonKind.Array]),
    }.ToFrozenDictionary();

    private static readonly string[] Neutral =
    [
        "type",
        "title",
        "description",
        "example",
        "x-citations",
        "x-levels",
        "x-interpretations",
        "x-role",
        "x-refers-to",
        "x-looked-up",
        "x-likeness",
        "x-narrower",
        "x-keyed-by",
        "x-convention",
        "x-event",
        "x-exactly-one-of",
    ];

    /// <summary>The limits that stand in this schema, in its order, after refusing what isn't understood here.</summary>
    public static IEnumerable<(string Keyword, JsonLocation At)> LimitsOf(JsonLocation schema, JsonKind kind)
    {
        schema.OnlyKnows([.. Neutral, .. Limits.Keys, .. Structure.Keys]);
        foreach (var (name, at) in schema.Members())
        {
            if (Structure.TryGetValue(name, out var structure))
                Fits(name, at, kind, structure);
            if (!Limits.TryGetValue(name, out var limit))
                continue;
            Fits(name, at, kind, limit);
            yield return (CitedAs(name), at);
        }
    }

    /// <summary>The name under which a keyword is cited: <c>x-notBlank</c> as <c>notBlank</c>.</summary>
    private static string CitedAs(string name) => name == "x-notBlank" ? "notBlank" : name;

    private static void Fits(string name, JsonLocation at, JsonKind kind, (JsonValueKind Value, JsonKind[] For) rule)
    {
        at.Expect(rule.Value, $"{rule.Value} as the value of \"{name}\"");
        if (!rule.For.Contains(kind))
            throw at.Refuse(
                $"\"{name}\" on {string.Join(" or ", rule.For)}",
                $"it on {kind}",
                "remove it, or correct the type"
            );
    }
}
