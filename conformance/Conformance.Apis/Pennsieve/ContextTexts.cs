using System.Globalization;

namespace Conformance.Apis.Pennsieve;

/// <summary>
/// Texts that a library between the request and the webhook may write in its own way: they are opaque, and stay as they
/// are, without any normal form (D2:62).
/// </summary>
internal static class ContextTexts
{
    // What readers of JSON take for dates and durations, and write again in one form.
    public static readonly ImmutableArray<string> Times =
    [
        "2024-01-02T03:04:05Z",
        "2024-01-02T03:04:05.000Z",
        "2024-01-02T03:04:05+00:00",
        "2024-01-02T03:04:05.120-05:30",
        "2024-01-02T03:04:05+0000",
        "2024-01-02T03:04:05.123456789Z",
        "2024-01-02T03:04:05",
        "2024-01-02t03:04:05z",
        "2024-01-02 03:04:05",
        "2024-01-02",
        "20240102T030405Z",
        "2024-W01-2",
        "0001-01-01T00:00:00",
        "03:04:05",
        "Tue, 02 Jan 2024 03:04:05 GMT",
        "1704164645000",
        "/Date(1704164645000)/",
        "P1DT2H",
        "PT0.50S",
        "1.02:03:04",
    ];

    // Identifiers count letter by letter.
    public static readonly ImmutableArray<string> Identifiers =
    [
        "550E8400-E29B-41D4-A716-446655440000",
        "{550e8400-e29b-41d4-a716-446655440000}",
        "550e8400e29b41d4a716446655440000",
        "L0SM9cOFvHcCIhw=",
        "YWJj+/==",
        "YWJj-_",
        "https://H.example:443/%7Euser/../x?q=a+b%20c#d",
        "Name@Example.ORG",
        "abc",
        "ABC",
    ];

    // A text that looks like a number, a literal or JSON stays a text.
    public static readonly ImmutableArray<string> LikeJson =
    [
        "1.0",
        "007",
        "1e3",
        "+1",
        "-0",
        "0x10",
        "1,5",
        "9007199254740993",
        "NaN",
        "Infinity",
        "true",
        "False",
        "null",
        "undefined",
        "{\"a\":1}",
        "[1,2]",
        "\"quoted\"",
        "{",
        "[]",
    ];

    // Escapes of other languages are none here.
    public static readonly ImmutableArray<string> Marks =
    [
        "<b class=\"x\">&amp;&#39;</b>",
        "</script><!--",
        "it's `x` \"y\"",
        "${x} {{y}} <%= z %> #{w}",
        "%s %d %n %20 %25 +",
        @"C:\temp\new \u0041 \\ \/",
        "a/b/../c",
        "line\r\nline\nline\rline\n",
        "\ttab\u000b\u0001\u001f\u007f",
        " blanks  inside and around ",
        "\u00a0\u2003\u3000",
        "\ufeffmark\u200b\u200d\u2028\u2029\u0085",
    ];

    // Equal by some normal form, or by a width or case of their own; composed and decomposed ones are told apart.
    public static readonly ImmutableArray<string> Scripts =
    [
        "é",
        "e\u0301",
        "\u212b",
        "\u00c5",
        "\ufb01 \uff21 \u00b2",
        "ß ẞ ı İ ǆ",
        "\u1100\u1161\u11a8 각",
        "\u202eעברית\u202c العربية ٣",
        "हिन्दी ไทย 世界",
        "😀👩‍👩‍👧🇨🇭",
        "\ue000\ufffc",
        "𝒳\U00010400\U0010ffff",
    ];

    // Names that mean something to a database, a language or the webhook itself.
    public static readonly ImmutableArray<string> Names =
    [
        "",
        " ",
        "a.b",
        "a.b.c",
        "a[0]",
        "$",
        "$ref",
        "$where",
        "__proto__",
        "constructor",
        "toString",
        "@type",
        "__type",
        "_id",
        "#text",
        "key",
        "KEY",
        "Key",
        "e\u0301",
        "é",
        "имя",
        "名",
        "😀",
        "1",
        "01",
        "null",
        "status",
        "runId",
        "workflowInstanceId",
        "completionCallbackContext",
        "snake_case",
        "kebab-case",
        "with space",
        "slash/and~tilde",
        "\"quote\\",
    ];

    /// <summary>A text of so many characters, of which any cut or fold shows.</summary>
    public static string OfLength(int length)
    {
        var text = string.Concat(
            Enumerable.Range(0, length / 4 + 1).Select(n => n.ToString("x4", CultureInfo.InvariantCulture))
        );
        return text[..(length - 1)] + "!";
    }

    /// <summary>So many of one character, of whatever width in bytes.</summary>
    public static string Of(string character, int count) => string.Concat(Enumerable.Repeat(character, count));
}
