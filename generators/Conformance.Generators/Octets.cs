using System.Globalization;
using System.Text;

namespace Conformance.Generators;

/// <summary>A path segment as it is written into the request line.</summary>
/// <param name="RawSegment">Written as it stands, never encoded again.</param>
/// <param name="Class">Stable label: <c>encoded-slash</c>.</param>
/// <param name="Says">For people.</param>
/// <param name="Kind">What is odd about it.</param>
public sealed record OctetForm(string RawSegment, string Class, string Says, OctetViolation Kind);

/// <summary>What is odd about a written path segment.</summary>
public enum OctetViolation
{
    /// <summary>Nothing is wrong: it decodes to the very same text.</summary>
    Equivalent,

    /// <summary>It decodes to a control character.</summary>
    Control,

    /// <summary>It decodes to a space or to punctuation.</summary>
    Punctuation,

    /// <summary>It decodes to a slash: not a second segment.</summary>
    EncodedSlash,

    /// <summary>Decoded once it still holds an octet; who decodes twice accepts it.</summary>
    DoubleEncoded,

    /// <summary>A percent sign without two hex digits.</summary>
    Malformed,

    /// <summary>Octets that are not UTF-8.</summary>
    InvalidUtf8,

    /// <summary>It decodes to <c>.</c> or <c>..</c>: a path that servers may walk before they look at it.</summary>
    DotSegment,
}

/// <summary>Percent-encoded forms of a path segment (RFC 3986 §2).</summary>
public static class Octets
{
    /// <summary>Everything but unreserved characters encoded, as clients do; the dots of <c>.</c> and <c>..</c> too, else they would vanish.</summary>
    public static string Encoded(string text) =>
        text is "." or ".." ? FullyEncoded(text) : string.Concat(Encoding.UTF8.GetBytes(text).Select(Minimal));

    /// <summary>Every octet encoded, with capital hex digits.</summary>
    public static string FullyEncoded(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(Octet));

    /// <summary>Other ways to write the same text: a target decodes once and must not tell them apart.</summary>
    public static ImmutableArray<OctetForm> Equivalents(string text)
    {
        var full = FullyEncoded(text);
        return
        [
            new(full, "octets-upper", "every octet encoded, capital hex digits", OctetViolation.Equivalent),
            new(
                full.ToLowerInvariant(),
                "octets-lower",
                "every octet encoded, small hex digits",
                OctetViolation.Equivalent
            ),
            new(
                FullyEncoded(text[..1]) + Encoded(text[1..]),
                "octet-first",
                "the first character encoded",
                OctetViolation.Equivalent
            ),
        ];
    }

    /// <summary>Segments that name nothing although a legal text is their core; that they are outside a pattern is for the caller to see (<paramref name="text"/> of ASCII letters, digits, hyphens and underscores).</summary>
    public static ImmutableArray<OctetForm> Illegal(string text)
    {
        var middle = text.Length / 2;
        var (before, after) = (Encoded(text[..middle]), Encoded(text[middle..]));
        return
        [
            .. Inserted.Select(i => new OctetForm($"{before}{i.Raw}{after}", i.Class, $"{i.Says} inside", i.Kind)),
            .. Appended.Select(i => new OctetForm(
                $"{before}{after}{i.Raw}",
                $"{i.Class}-last",
                $"{i.Says} at the end",
                i.Kind
            )),
            new(
                Twice(text[..1]) + Encoded(text[1..]),
                "double-first",
                "the first character encoded twice",
                OctetViolation.DoubleEncoded
            ),
            new("%2E", "dot", "an encoded dot", OctetViolation.DotSegment),
            new("%2E%2E", "two-dots", "two encoded dots", OctetViolation.DotSegment),
            new("%2e%2e%2F" + before + after, "dots-and-slash", "an encoded step up", OctetViolation.DotSegment),
        ];
    }

    private static string Twice(string text) => FullyEncoded(text).Replace("%", "%25", StringComparison.Ordinal);

    private static readonly ImmutableArray<(string Raw, string Class, string Says, OctetViolation Kind)> Appended =
    [
        ("%00", "nul", "a NUL", OctetViolation.Control),
        ("%0A", "newline", "a newline", OctetViolation.Control),
        ("%20", "space", "a space", OctetViolation.Punctuation),
        ("%3B", "semicolon", "an encoded semicolon", OctetViolation.Punctuation),
        ("%3F", "question-mark", "an encoded question mark", OctetViolation.Punctuation),
        ("%23", "hash", "an encoded hash", OctetViolation.Punctuation),
        ("%250A", "double-newline", "a newline that was encoded twice", OctetViolation.DoubleEncoded),
        ("%zz", "no-hex", "a percent sign and two letters that are no hex digits", OctetViolation.Malformed),
        ("%4", "half-octet", "half an octet", OctetViolation.Malformed),
        ("%", "lone-percent", "a percent sign alone", OctetViolation.Malformed),
    ];

    // No legal letter that comes after may complete a broken octet: x is no hex digit.
    private static readonly ImmutableArray<(string Raw, string Class, string Says, OctetViolation Kind)> Inserted =
    [
        ("%00", "nul", "a NUL", OctetViolation.Control),
        ("%0A", "newline", "a newline", OctetViolation.Control),
        ("%0D%0A", "line-break", "a carriage return and a newline", OctetViolation.Control),
        ("%7F", "delete", "a DEL", OctetViolation.Control),
        ("%20", "space", "a space", OctetViolation.Punctuation),
        ("+", "plus", "a plus, which is no space in a path", OctetViolation.Punctuation),
        ("%3F", "question-mark", "an encoded question mark", OctetViolation.Punctuation),
        ("%23", "hash", "an encoded hash", OctetViolation.Punctuation),
        ("%3B", "semicolon", "an encoded semicolon", OctetViolation.Punctuation),
        ("%5C", "backslash", "an encoded backslash", OctetViolation.Punctuation),
        ("%25", "percent", "an encoded percent sign", OctetViolation.Punctuation),
        ("%2F", "encoded-slash", "an encoded slash", OctetViolation.EncodedSlash),
        ("%2541", "double-letter", "a letter that was encoded twice", OctetViolation.DoubleEncoded),
        ("%250A", "double-newline", "a newline that was encoded twice", OctetViolation.DoubleEncoded),
        ("%zz", "no-hex", "a percent sign and two letters that are no hex digits", OctetViolation.Malformed),
        ("%4x", "half-octet", "half an octet", OctetViolation.Malformed),
        ("%x", "lone-percent", "a percent sign without hex digits", OctetViolation.Malformed),
        ("%u0041", "utf-16-escape", "an escape that no standard knows", OctetViolation.Malformed),
        ("%C0%AF", "overlong-slash", "a slash in two octets", OctetViolation.InvalidUtf8),
        ("%FF", "never-utf8", "an octet that UTF-8 never has", OctetViolation.InvalidUtf8),
        ("%E4%B8", "truncated-sequence", "a character without its last octet", OctetViolation.InvalidUtf8),
        ("%ED%A0%80", "encoded-surrogate", "a surrogate", OctetViolation.InvalidUtf8),
    ];

    private static string Minimal(byte octet) =>
        char.IsAsciiLetterOrDigit((char)octet) || "-._~".Contains((char)octet)
            ? ((char)octet).ToString()
            : Octet(octet);

    private static string Octet(byte octet) => "%" + octet.ToString("X2", CultureInfo.InvariantCulture);
}
