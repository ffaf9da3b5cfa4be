using Conformance.Generators;

namespace Conformance.Engine.Webhooks;

/// <summary>Where two JSON values are not the same.</summary>
/// <param name="Path">The way to the place from the top: <c>$.rooms[2].name</c>.</param>
/// <param name="Expected">What should stand there, as JSON; null where nothing should.</param>
/// <param name="Actual">What stands there, as JSON; null where nothing does.</param>
internal sealed record JsonDifference(string Path, string? Expected, string? Actual)
{
    /// <summary>
    /// Whether it is only the number that a JSON library with doubles can't hold: RFC 8259 (section 6) warns of them, and
    /// no document says that they have to survive.
    /// </summary>
    public bool IsOnlyPrecision { get; init; }

    /// <summary>In words: <c>$.a: 1 became 2</c>.</summary>
    public string InWords() =>
        (Expected, Actual) switch
        {
            (null, { } added) => $"{Path}: {Cut(added)} came in addition",
            ({ } lost, null) => $"{Path}: {Cut(lost)} is gone",
            ({ } sent, { } came) => Became(sent, came),
            _ => Path,
        };

    private string Became(string sent, string came)
    {
        var (one, other) = TextDifference.Excerpts(sent, came);
        return $"{Path}: {one} became {other}";
    }

    private static string Cut(string text) => TextDifference.Excerpts(text, "").One;

    /// <summary>
    /// All differences: order of members is free, of repeated members the last counts, numbers count by value, and
    /// everything else exactly.
    /// </summary>
    public static IEnumerable<JsonDifference> Between(JsonValue expected, JsonValue actual) =>
        Between("$", expected, actual);

    private static IEnumerable<JsonDifference> Between(string path, JsonValue expected, JsonValue actual) =>
        (expected, actual) switch
        {
            (JsonObject e, JsonObject a) => BetweenMembers(path, Last(e), Last(a)),
            (JsonArray e, JsonArray a) => BetweenItems(path, e.Items, a.Items),
            (JsonRaw { IsNumber: true } e, _) => BetweenNumbers(path, e, actual),
            _ when expected == actual => [],
            _ => [new(path, expected.ToJson(), actual.ToJson())],
        };

    private static IEnumerable<JsonDifference> BetweenMembers(
        string path,
        ImmutableSortedDictionary<string, JsonValue> expected,
        ImmutableSortedDictionary<string, JsonValue> actual
    ) =>
        expected
            .Keys.Union(actual.Keys)
            .SelectMany(name =>
                BetweenOptional($"{path}.{name}", expected.GetValueOrDefault(name), actual.GetValueOrDefault(name))
            );

    private static IEnumerable<JsonDifference> BetweenItems(
        string path,
        ImmutableArray<JsonValue> expected,
        ImmutableArray<JsonValue> actual
    ) =>
        Enumerable
            .Range(0, Math.Max(expected.Length, actual.Length))
            .SelectMany(n =>
                BetweenOptional($"{path}[{n}]", expected.ElementAtOrDefault(n), actual.ElementAtOrDefault(n))
            );

    private static IEnumerable<JsonDifference> BetweenOptional(string path, JsonValue? expected, JsonValue? actual) =>
        expected is null || actual is null
            ? [new(path, expected?.ToJson(), actual?.ToJson())]
            : Between(path, expected, actual);

    private static IEnumerable<JsonDifference> BetweenNumbers(string path, JsonRaw expected, JsonValue actual)
    {
        if (
            actual is JsonRaw { IsNumber: true } number
            && JsonNumber.Read(number.Text) == JsonNumber.Read(expected.Text)
        )
            return [];
        return
        [
            new(path, expected.Text, actual.ToJson())
            {
                IsOnlyPrecision = actual is JsonRaw raw && JsonNumber.IsLostToDoubles(expected.Text, raw),
            },
        ];
    }

    private static ImmutableSortedDictionary<string, JsonValue> Last(JsonObject members) =>
        members.Properties.Aggregate(
            ImmutableSortedDictionary.Create<string, JsonValue>(StringComparer.Ordinal),
            (last, member) => last.SetItem(member.Name, member.Value)
        );
}
