using System.Collections.Frozen;
using System.Text.Json;

namespace Conformance.Schemas.Loading;

/// <summary>The keywords that may stand in a schema, and for which kinds of value each says something.</summary>
internal static class Keywords
{
    private static readonly FrozenDictionary<string, (JsonValueKind Value, ImmutableArray<JsonKind> For)> Structure =
        new Dictionary<string, (JsonValueKind, ImmutableArray<JsonKind>)>
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
        "x-ends",
        "x-likeness",
        "x-narrower",
        "x-keyed-by",
        "x-comes-with",
        "x-convention",
        "x-event",
        "x-exactly-one-of",
    ];

    private static readonly FrozenDictionary<string, LimitKeyword> Limits =
        ConstraintKeywords.Limits.ToFrozenDictionary(limit => limit.Spelling);

    private static readonly ImmutableArray<string> Known =
    [
        .. Neutral,
        .. ConstraintKeywords.Limits.Select(limit => limit.Spelling),
        .. Structure.Keys,
    ];

    /// <summary>The limits that stand in this schema, in its order, after refusing what isn't understood here.</summary>
    public static IEnumerable<string> LimitsOf(JsonLocation schema, JsonKind kind)
    {
        schema.OnlyKnows(Known.AsSpan());
        foreach (var (name, at) in schema.Members())
        {
            if (Structure.TryGetValue(name, out var structure))
                Fits(name, at, kind, structure.Value, structure.For);
            if (!Limits.TryGetValue(name, out var limit))
                continue;
            Fits(name, at, kind, limit.Json, limit.Kinds);
            yield return limit.Name;
        }
    }

    private static void Fits(
        string name,
        JsonLocation at,
        JsonKind kind,
        JsonValueKind json,
        ImmutableArray<JsonKind> kinds
    )
    {
        at.Expect(json, $"{json} as the value of \"{name}\"");
        if (!kinds.Contains(kind))
            throw at.Refuse(
                $"\"{name}\" on {string.Join(" or ", kinds)}",
                $"it on {kind}",
                "remove it, or correct the type"
            );
    }
}
