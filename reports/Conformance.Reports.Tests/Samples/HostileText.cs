using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Reports.Tests.Samples;

/// <summary>Text that a target might send to break, hide in or take over a report.</summary>
internal static class HostileText
{
    private static readonly string[] Weapons =
    [
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "' autofocus onfocus='alert(1)",
        "</pre></article></main>",
        "<!--",
        "-->",
        "]]>",
        "<![CDATA[",
        "&lt;&#0;&unknown;",
        "`",
        "```",
        "|",
        "\\|",
        "\\",
        "'",
        "$(touch x)",
        "\0",
        "\u0001",
        "\u001b[31m",
        "\u007f",
        "\u0085",
        "\r\n",
        "\n",
        "\t",
        "\u202e",
        "\u2066",
        "\u2028",
        "\ufeff",
        "\ufffe",
        "\ud800",
        "\udc00",
        "\U0001F600",
        "\U000E0041",
        "é",
        "@everyone",
        "[x](javascript:alert(1))",
    ];

    /// <summary>At most so many pieces in a text: beyond the limits of a format its shape may change.</summary>
    public const int MostPieces = 20;

    /// <summary>Never empty.</summary>
    public static Arbitrary<string> Any { get; } =
        Arb.From(
            Gen.OneOf(Gen.Elements(Weapons), Gen.Choose(0, 0xFFFF).Select(unit => ((char)unit).ToString()))
                .NonEmptyListOf()
                .Select(string.Concat),
            text => text.Length < 2 ? [] : [text[..(text.Length / 2)], text[(text.Length / 2)..], text[1..], text[..^1]]
        );
}
