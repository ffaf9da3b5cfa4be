using System.Globalization;
using System.Text;
using Conformance.Generators;

namespace Conformance.Apis.BedrockFlows;

/// <summary>What the texts of a document are made of.</summary>
/// <param name="Says">In words.</param>
/// <param name="Pieces">What they are made of.</param>
internal sealed record DocumentText(string Says, ImmutableArray<string> Pieces)
{
    /// <summary>Whether a piece counts only as a whole text: nobody takes a part of a sentence for a date.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Endlessly many short texts. Those of pieces that need not be whole are all different.</summary>
    public IEnumerable<string> Short() =>
        Enumerable.Range(0, int.MaxValue).Select(n => IsWhole ? Piece(n) : $"{Hex(n)}-{Piece(n)}");

    /// <summary>Endlessly many short texts, all of them different, as names of members are.</summary>
    public IEnumerable<string> Names() =>
        Short().Select((text, n) => IsWhole && n >= Pieces.Length ? $"{text}#{Hex(n)}" : text);

    /// <summary>One text whose JSON takes so many bytes, no two stretches of it alike, so that a lost or repeated one shows.</summary>
    public string Long(int bytes)
    {
        var (text, length) = (new StringBuilder(bytes), 0);
        for (var n = 0; ; n++)
        {
            var word = $"{Hex(n)}{Piece(n)} ";
            var longer = length + SizeOf(word);
            if (longer > bytes)
                return text.Append('x', bytes - length).ToString();
            text.Append(word);
            length = longer;
        }
    }

    /// <summary>Bytes of the JSON that a text takes, without its quotes.</summary>
    public static int SizeOf(string text) => new JsonText(text).ToUtf8().Length - 2;

    private string Piece(int n) => Pieces[n % Pieces.Length];

    private static string Hex(int n) => n.ToString("x", CultureInfo.InvariantCulture);
}

/// <summary>
/// The texts of documents. NUL and lone surrogates may be rejected and are left out; whatever else there is has to come back
/// as it is, whatever it looks like.
/// </summary>
internal static class DocumentTexts
{
    /// <summary>Characters of one byte of UTF-8 alone.</summary>
    public static DocumentText Ascii { get; } = new("letters of ASCII", ["", "a", "Zz", "the quick brown fox"]);

    /// <summary>Texts beyond ASCII, whose characters a buffer may cut.</summary>
    public static ImmutableArray<DocumentText> BeyondAscii { get; } =
    [
        new("characters of two bytes", ["é", "жук", "ß", "µ¶", "ÿĀ"]),
        new("characters of three bytes", ["世界", "€", "กข", "한글", "ᚠ"]),
        new("characters of four bytes", ["😀", "𝐚𝐛", "𠮷", "👩‍🚀", "🇩🇪"]),
        new(
            "letters composed and decomposed",
            ["e\u0301", "\u00e9", "\u1e9b\u0323", "\u212b", "ﬁ", "\u1100\u1161", "가"]
        ),
        new("letters from right to left", ["שלום", "مرحبا", "\u202bab\u202c", "א1ב", "\u200f"]),
        new("blanks and separators", ["\u2028", "\u2029", "\u00a0", "\u3000", "\ufeff", "\u200b", "\u2003"]),
    ];

    /// <summary>All of them.</summary>
    public static ImmutableArray<DocumentText> All { get; } =
    [
        Ascii,
        .. BeyondAscii,
        new("line ends and tabs", ["\r\n", "\n", "\r", "\t", "\n\n", "\r\n\r\n", "\u0085"]),
        new("control characters", ["\u0001", "\b", "\f", "\u001b[0m", "\u001f", "\u007f", "\u009f"]),
        new(
            "quotes, escapes and markup",
            ["\"", "\\", "\\n", "/", "\\u0041", "<b>&amp;</b>", "'", "${x}", "{{y}}", "%20"]
        ),
        new("dates and times", Dates) { IsWhole = true },
        new("numbers and literals as texts", Literals) { IsWhole = true },
        new("names that mean something elsewhere", Hostile) { IsWhole = true },
    ];

    /// <summary>Texts that a reader may take for dates and write in its own way.</summary>
    public static ImmutableArray<string> Dates =>
        [
            "2024-02-29",
            "2024-02-29T23:59:59Z",
            "2024-02-29T23:59:59.1234567Z",
            "2024-02-29T23:59:59.100+05:30",
            "2024-02-29T23:59:59-00:00",
            "2024-02-29 23:59:59",
            "20240229T235959Z",
            "2024-W09-4",
            "29.02.2024",
            "02/03/2024",
            "Thu, 29 Feb 2024 23:59:59 GMT",
            "0001-01-01T00:00:00",
            "9999-12-31T23:59:59.9999999",
            "/Date(1709251199000)/",
            "1709251199",
            "24:00",
            "P1DT2H",
        ];

    /// <summary>Texts that a reader may take for numbers or for no text at all.</summary>
    public static ImmutableArray<string> Literals =>
        [
            "1",
            "1.0",
            "007",
            "+1",
            "-0",
            "1e5",
            "0x1F",
            "1,000",
            "9007199254740993",
            "NaN",
            "Infinity",
            "true",
            "False",
            "null",
            "undefined",
            "[]",
            "{}",
            "\"\"",
            " ",
            "",
        ];

    private static ImmutableArray<string> Hostile =>
        [
            "",
            "__proto__",
            "constructor",
            "toString",
            "hasOwnProperty",
            "length",
            "document",
            "content",
            "$ref",
            "$type",
            "@type",
            "#text",
            "a.b",
            "a[0]",
            "a b",
            "a",
            "A",
            "0",
            "-1",
            "\u2028",
            "\u00e9",
            "e\u0301",
            "\u00df",
            "../..",
        ];
}
