using System.Globalization;
using Conformance.Generators;

namespace Conformance.Contracts.Native;

/// <summary>
/// Values of a contract that stand for more than themselves, in the JSON that Pact's core reads: an object with the rule
/// and, as <c>value</c>, an example.
/// </summary>
public static class Match
{
    private const string Rule = "pact:matcher:type";
    private const string Generator = "pact:generator:type";
    private const string Example = "value";

    /// <summary>Any value of the example's kind.</summary>
    public static JsonValue Type(JsonValue example) => Ruled("type", example);

    /// <summary>Text that the expression matches.</summary>
    public static JsonValue Regex(string example, string regex) =>
        Ruled("regex", new JsonText(example), ("regex", new JsonText(regex)));

    /// <summary>Any whole number.</summary>
    public static JsonValue Integer(int example) => Ruled("integer", Number(example.ToString(Invariant)));

    /// <summary>Any number.</summary>
    public static JsonValue Number(decimal example) => Ruled("number", Number(example.ToString(Invariant)));

    /// <summary>An array of at least so many items, each like the example.</summary>
    public static JsonValue MinType(JsonValue example, int min) =>
        Ruled("type", new JsonArray([example]), ("min", Number(min.ToString(Invariant))));

    /// <summary>Every status of a class.</summary>
    /// <param name="example">The status that a mock server responds with.</param>
    /// <param name="class">As version 4 names it: <c>success</c>, <c>clientError</c>.</param>
    public static JsonValue StatusClass(int example, string @class) =>
        Ruled("statusCode", Status(example), ("status", new JsonText(@class)));

    /// <summary>One of several statuses; a mock server responds with the first.</summary>
    public static JsonValue StatusOneOf(params IReadOnlyList<int> statuses) =>
        Ruled("statusCode", Status(statuses[0]), ("status", new JsonArray([.. statuses.Select(Status)])));

    /// <summary>Just this status.</summary>
    public static JsonValue Status(int status) => Number(status.ToString(Invariant));

    /// <summary>The value comes from the provider's state; the example stands in where the state gives none.</summary>
    /// <param name="expression">Text with names as <c>${name}</c>; a name alone gives its value as it is, of any kind of JSON.</param>
    /// <param name="matched">What the value matches.</param>
    public static JsonValue ProviderState(string expression, JsonValue matched) =>
        matched is JsonObject rule && IsRule(rule)
            ? new JsonObject([
                .. rule.Properties,
                new(Generator, new JsonText("ProviderState")),
                new("expression", new JsonText(expression)),
            ])
            : ProviderState(expression, Type(matched));

    /// <summary>The tree with the example in place of each rule.</summary>
    public static JsonValue ExampleOf(JsonValue value) =>
        value switch
        {
            JsonObject rule when IsRule(rule) => ExampleOf(Of(rule, Example)!),
            JsonObject { Properties: var properties } => new JsonObject([
                .. properties.Select(p => p with { Value = ExampleOf(p.Value) }),
            ]),
            JsonArray { Items: var items } => new JsonArray([.. items.Select(ExampleOf)]),
            _ => value,
        };

    /// <summary>Whether this is a rule, and no object of the contract.</summary>
    internal static bool IsRule(JsonValue value) => value is JsonObject rule && Of(rule, Rule) is not null;

    /// <summary>Whether the provider's state gives the value.</summary>
    internal static bool IsFromState(JsonValue value) => value is JsonObject rule && Of(rule, Generator) is not null;

    /// <summary>Every expression that takes something from the provider's state.</summary>
    internal static IEnumerable<string> ExpressionsIn(JsonValue value) =>
        value switch
        {
            JsonObject rule when IsFromState(rule) => [((JsonText)Of(rule, "expression")!).Value],
            JsonObject { Properties: var properties } => properties.SelectMany(p => ExpressionsIn(p.Value)),
            JsonArray { Items: var items } => items.SelectMany(ExpressionsIn),
            _ => [],
        };

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    private static JsonObject Ruled(string rule, JsonValue example, params (string Name, JsonValue Value)[] more) =>
        new([
            new(Rule, new JsonText(rule)),
            .. more.Select(m => new JsonProperty(m.Name, m.Value)),
            new(Example, example),
        ]);

    private static JsonRaw Number(string text) => new(text);

    private static JsonValue? Of(JsonObject rule, string name) =>
        rule.Properties.FirstOrDefault(p => p.Name == name)?.Value;
}
