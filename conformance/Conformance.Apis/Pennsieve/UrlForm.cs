using System.Globalization;
using Conformance.Engine.Webhooks;

namespace Conformance.Apis.Pennsieve;

/// <summary>A legal form of a callback's URL (RFC 3986).</summary>
/// <param name="Label">Stable name.</param>
/// <param name="Says">What it is, in words that follow "a callback URL".</param>
/// <param name="Form">How it is written.</param>
internal sealed record UrlForm(string Label, string Says, CallbackForm Form)
{
    private const int Long = 2_000;

    /// <summary>The forms that are in this one together: the smaller cases, should it fail.</summary>
    public ImmutableArray<UrlForm> Parts { get; init; } = [];

    private static readonly ImmutableArray<UrlForm> Queries =
    [
        Of("query", "with a query", "?a=1&b=2"),
        Of("order", "with a query whose names are in no order", "?z=1&a=2&m=3"),
        Of("repeated", "with a repeated name in its query", "?k=1&k=2&k=1"),
        Of("no-value", "with a name without a value, and with an empty value", "?flag&empty="),
        Of("plus", "with a plus sign in its query", "?q=a+b"),
        Of("space", "with %20 in its query", "?q=a%20b"),
        Of("ampersand", "with %26 and %3D in its query", "?q=a%26b%3Dc"),
        Of("percent", "with %25 in its query", "?q=100%25&r=%2525"),
        Of("slash", "with %2F in its query", "?q=a%2Fb"),
        Of("url", "with another URL in its query", "?u=https%3A%2F%2Fh.example%2Fp%3Fx%3D1"),
        Of("equals", "with equals signs in a value of its query", "?sig=YWJj+/=="),
        Of("next", "with a slash and a question mark in its query", "?next=/x/y?z"),
        Of("letters", "with escapes beyond ASCII in its query", "?q=%E4%B8%96%C3%BC"),
    ];

    private static readonly ImmutableArray<UrlForm> Escapes =
    [
        Of("lowercase-escapes", "with escapes in lowercase", "/%e4%b8%96%c3%bc"),
        Of("uppercase-escapes", "with escapes in uppercase", "/%E4%B8%96%C3%BC"),
        Of("escaped-slash", "with %2F in its path", "/a%2Fb"),
        Of("escaped-space", "with %20 in its path", "/a%20b"),
        Of("escaped-delimiters", "with %3F and %23 in its path", "/a%3Fb%23c"),
        Of("escaped-percent", "with %2525 in its path", "/a%2525b"),
    ];

    private static readonly ImmutableArray<UrlForm> Segments =
    [
        Of("dots", "with dots in its path", "/a.b..c/v1.0.json"),
        Of("tilde", "with a tilde in its path", "/~user"),
        Of("parameters", "with parameters in its path", "/a;v=1;w=2/b"),
        Of("at", "with @ and a colon in its path", "/@me/a:b"),
        Of("delimiters", "with delimiters in its path", "/!$&()*,="),
        Of("path-plus", "with a plus sign in its path", "/a+b"),
        Of("case", "with letters of either case in its path", "/Done/dONE"),
    ];

    private static readonly ImmutableArray<UrlForm> Slashes =
    [
        Of("double-slash", "with two slashes in a row", "/x//y"),
        Of("trailing-slash", "with a slash at its end", "/done/"),
    ];

    private static readonly ImmutableArray<UrlForm> Alone =
    [
        Of("plain", "as it is usual", ""),
        Of("dot-segments", "with dot segments", "/./x/../y"),
        Of("long", "of 2,000 characters", $"/{Filled(Long / 2)}?q={Filled(Long / 2)}"),
    ];

    // Libraries write these in their own way: what they do is recorded.
    private static readonly ImmutableArray<UrlForm> Disputed =
    [
        Of("empty-query", "with an empty query", "?"),
        Of("quote", "with an apostrophe in its query", "?q=it's"),
    ];

    /// <summary>All of them: several at once, and where there is time each alone as well.</summary>
    /// <param name="eachAlone">Whether there is time.</param>
    /// <param name="hasLetters">Whether the receiver's host can be written in capitals.</param>
    public static ImmutableArray<UrlForm> All(bool eachAlone, bool hasLetters)
    {
        ImmutableArray<UrlForm> packs =
        [
            Pack("queries", "with much in its query", Queries, "?", '&'),
            Pack("escapes", "with many escapes in its path", Escapes, "/", '/'),
            Pack("segments", "with many kinds of segments", Segments, "/", '/'),
            Pack("slashes", "with two slashes in a row, and one at its end", Slashes, "/", '/'),
        ];
        return
        [
            .. Alone,
            .. packs,
            .. hasLetters ? [Capitals] : ImmutableArray<UrlForm>.Empty,
            .. eachAlone ? packs.SelectMany(pack => pack.Parts).Concat(Disputed) : [],
        ];
    }

    private static UrlForm Capitals =>
        new("capitals", "with its host in capitals", new CallbackForm("/x") { IsInCapitals = true });

    private static UrlForm Of(string label, string says, string tail) => new(label, says, new CallbackForm(tail));

    private static UrlForm Pack(
        string label,
        string says,
        ImmutableArray<UrlForm> parts,
        string beginning,
        char separator
    )
    {
        var tails = parts.Select(part => part.Form.Tail[1..]);
        return Of(label, says, beginning + string.Join(separator, tails)) with { Parts = parts };
    }

    private static string Filled(int length) =>
        string.Concat(Enumerable.Range(0, length / 4).Select(n => n.ToString("x4", CultureInfo.InvariantCulture)));
}
