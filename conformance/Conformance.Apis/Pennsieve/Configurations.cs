using System.Globalization;
using System.Text;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Apis.Pennsieve;

/// <summary>Inline configurations: the known one in other forms, and others.</summary>
internal static class Configurations
{
    private const int MostVaried = 6;

    /// <summary>Name of the fixture that lists further configurations, of which each is another.</summary>
    public const string Others = "otherConfigurations";

    /// <summary>The known one.</summary>
    public static JsonObject Known(TestSession test) =>
        test.Session.Fixtures.For(Modes.Configuration) as JsonObject
        ?? throw new CannotArrangeException(
            SkipReason.MissingFixture,
            $"the fixture {Modes.Configuration} is no object; write it as one"
        );

    /// <summary>Those that the target's owner calls others.</summary>
    public static ImmutableArray<JsonObject> Declared(TestSession test) =>
        test.Session.Fixtures.For(Others) switch
        {
            null => [],
            JsonArray { Items: var items } when items.All(item => item is JsonObject) => [.. items.Cast<JsonObject>()],
            var other => throw new CannotArrangeException(
                SkipReason.MissingFixture,
                $"expected a list of configurations as the fixture {Others}, got {other.ToJson()}"
            ),
        };

    /// <summary>The configuration with its members, and those further in, in reverse order: the same by RFC 8259 (4).</summary>
    public static JsonValue Reversed(JsonValue value) =>
        value switch
        {
            JsonObject { Properties: var all } => new JsonObject([
                .. all.Reverse().Select(p => p with { Value = Reversed(p.Value) }),
            ]),
            JsonArray { Items: var items } => new JsonArray([.. items.Select(Reversed)]),
            _ => value,
        };

    /// <summary>The configuration with white space between all tokens.</summary>
    public static JsonValue Spaced(JsonValue value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return new JsonRaw(text.ToString());
    }

    /// <summary>The configuration with one more member, which may be ignored, and then is the same as without it.</summary>
    public static JsonObject WithMore(TestSession test, JsonObject configuration) =>
        new([
            .. configuration.Properties,
            new JsonProperty("conformance", new JsonText($"{test.Session.Draw.Prefix}-{Callbacks.Token(test)}")),
        ]);

    /// <summary>The configuration with one of its values changed, for each that can be changed so that no reader takes it for the same.</summary>
    public static ImmutableArray<(string Says, JsonObject Configuration)> Varied(JsonObject configuration, Draw draw) =>
        [
            .. Leaves(configuration, "")
                .Where(leaf => Other(leaf.Value, draw) is not null)
                .Take(MostVaried)
                .Select(leaf =>
                    ($"another {leaf.Path}", (JsonObject)configuration.With(leaf.Path, Other(leaf.Value, draw)!))
                ),
        ];

    /// <summary>The values further in, with paths that name them; names that a path can't spell are left out.</summary>
    private static IEnumerable<(string Path, JsonValue Value)> Leaves(JsonObject value, string path) =>
        value
            .Properties.Where(p => p.Name.Length > 0 && p.Name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            .SelectMany(p =>
                p.Value is JsonObject inner ? Leaves(inner, $"{path}{p.Name}.") : [($"{path}{p.Name}", p.Value)]
            );

    private static JsonValue? Other(JsonValue value, Draw draw) =>
        value switch
        {
            JsonText text when Guid.TryParse(text.Value, out _) => new JsonText(Uuid(draw)),
            JsonText text => new JsonText($"{text.Value}-{draw.Seed.ToString("x8", CultureInfo.InvariantCulture)}"),
            JsonRaw { Text: "true" } => JsonValue.Parse("false"),
            JsonRaw { Text: "false" } => JsonValue.Parse("true"),
            JsonRaw { IsNumber: true } number when int.TryParse(number.Text, CultureInfo.InvariantCulture, out var n) =>
                JsonValue.Parse((n + 1).ToString(CultureInfo.InvariantCulture)),
            _ => null,
        };

    private static string Uuid(Draw draw)
    {
        var digits = draw.Seed.ToString("x16", CultureInfo.InvariantCulture);
        return $"{digits[..8]}-{digits[8..12]}-4{digits[13..]}-8{digits[..3]}-{digits[4..]}";
    }

    private static void Write(JsonValue value, StringBuilder text)
    {
        switch (value)
        {
            case JsonObject { Properties: var all }:
                WriteAll("{", all, member => WriteMember(member, text), "}", text);
                break;
            case JsonArray { Items: var items }:
                WriteAll("[", items, item => Write(item, text), "]", text);
                break;
            default:
                text.Append(value.ToJson());
                break;
        }
    }

    private static void WriteMember(JsonProperty member, StringBuilder text)
    {
        text.Append(new JsonText(member.Name).ToJson()).Append(" :\r\n ");
        Write(member.Value, text);
    }

    private static void WriteAll<T>(
        string opening,
        ImmutableArray<T> all,
        Action<T> write,
        string closing,
        StringBuilder text
    )
    {
        text.Append(opening).Append("\n\t");
        for (var n = 0; n < all.Length; n++)
        {
            text.Append(n > 0 ? " ,\n  " : "");
            write(all[n]);
        }
        text.Append(" \n").Append(closing);
    }
}
