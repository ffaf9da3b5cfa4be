using System.Globalization;
using Conformance.Generators;

namespace Conformance.Apis.BedrockFlows;

/// <summary>A document that no other invocation has, and a word that stands in it all over and in no other.</summary>
/// <param name="Says">What it is, in words.</param>
/// <param name="Word">The word.</param>
/// <param name="Value">The document.</param>
internal sealed record OwnDocument(string Says, string Word, JsonValue Value)
{
    private const int SharedLength = 4 << 10;
    private const int LargeLength = 12 << 10;
    private const int AlikeLength = 1 << 10;
    private const int EndLength = 64;

    private static readonly string Shared = DocumentTexts.Ascii.Long(SharedLength);

    /// <summary>Long beginnings are the same, and lengths: only the ends differ.</summary>
    public static OwnDocument WithTheSameBeginning(Draw draw) =>
        Of("one that begins as others of its length do", draw, word => Shared + Filled(word, EndLength));

    /// <summary>A large one.</summary>
    public static OwnDocument Large(Draw draw) => Of("a large one", draw, word => Filled(word, LargeLength));

    /// <summary>As long as others, and different in everything.</summary>
    public static OwnDocument AsLongAsOthers(Draw draw) =>
        Of("one as long as others", draw, word => Filled(word, AlikeLength));

    /// <summary>A small one.</summary>
    public static OwnDocument Small(Draw draw) => Of("a small one", draw, word => word);

    /// <summary>The same in capitals, which is another one.</summary>
    public OwnDocument InCapitals() =>
        Value is JsonText text
            ? new($"{Says} in capitals", Word.ToUpperInvariant(), new JsonText(text.Value.ToUpperInvariant()))
            : this;

    /// <summary>An object of several members.</summary>
    public static OwnDocument Wide(Draw draw) =>
        Of(
            "an object of many members",
            draw,
            word => $$"""{"a":"{{word}}","b":["{{word}}",1],"c":{"d":"{{word}}","e":true },"f":null,"g":2}""",
            JsonValue.Parse
        );

    /// <summary>An object with a few of the same members.</summary>
    public static OwnDocument Narrow(Draw draw) =>
        Of("an object of few members", draw, word => $$"""{"b":[],"c":{"d":"{{word}}"} }""", JsonValue.Parse);

    /// <summary>The same within another document: a flow may take no texts alone.</summary>
    public OwnDocument Within(Func<JsonValue, JsonValue> outer) => this with { Value = outer(Value) };

    private static OwnDocument Of(string says, Draw draw, Func<string, string> make) =>
        Of(says, draw, make, text => new JsonText(text));

    private static OwnDocument Of(string says, Draw draw, Func<string, string> make, Func<string, JsonValue> read)
    {
        var word = draw.Seed.ToString("x16", CultureInfo.InvariantCulture)[..12];
        return new(says, word, read(make(word)));
    }

    private static string Filled(string word, int length) =>
        string.Concat(
            Enumerable
                .Range(0, (length / (word.Length + 5)) + 1)
                .Select(n => $"{word}-{n.ToString("x4", CultureInfo.InvariantCulture)}")
        )[..length];
}
