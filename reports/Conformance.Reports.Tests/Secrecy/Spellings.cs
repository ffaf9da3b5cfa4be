using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conformance.Reports.Tests.Secrecy;

/// <summary>Ways in which programs write a text down, each made with what .NET has for it or by hand.</summary>
internal static class Spellings
{
    /// <summary>Every way that is a text.</summary>
    public static readonly ImmutableDictionary<string, Func<string, string>> All = new Dictionary<
        string,
        Func<string, string>
    >
    {
        ["as it is"] = text => text,
        ["in lower case"] = text => text.ToLowerInvariant(),
        ["in JSON"] = text => JsonEncodedText.Encode(text).ToString(),
        ["in JSON with escaped slashes"] = text => text.Replace("/", "\\/", StringComparison.Ordinal),
        ["in JSON within JSON"] = text => JsonEncodedText.Encode(JsonEncodedText.Encode(text).ToString()).ToString(),
        ["in JSON, all escaped"] = text => Each(text, c => $"\\u{(int)c:x4}"),
        ["in JSON, all escaped in upper case"] = text => Each(text, c => $"\\u{(int)c:X4}"),
        ["as an escape of JavaScript"] = text => Each(text, c => $"\\u{{{(int)c:x}}}"),
        ["as an escape of C"] = text => Each(text, c => $"\\x{(int)c:x2}"),
        ["as an octal escape of C"] = text => Each(text, c => $"\\{Convert.ToString(c, 8).PadLeft(3, '0')}"),
        ["as a short octal escape of C"] = text => Each(text, c => $"\\{Convert.ToString(c, 8)}"),
        ["as an escape of Perl"] = text => Signs(text, c => $"\\x{{{(int)c:x}}}"),
        ["percent-encoded as JavaScript once did"] = text => Signs(text, c => $"%u{(int)c:X4}"),
        ["percent-encoded"] = Uri.EscapeDataString,
        ["percent-encoded in lower case"] = text => Signs(text, c => $"%{(int)c:x2}"),
        ["percent-encoded as a form"] = WebUtility.UrlEncode!,
        ["percent-encoded twice"] = text => Uri.EscapeDataString(Uri.EscapeDataString(text)),
        ["percent-encoded, all of it"] = text => Each(text, c => $"%{(int)c:X2}"),
        ["in HTML"] = WebUtility.HtmlEncode!,
        ["in HTML as Razor has it"] = text => HtmlEncoder.Default.Encode(text),
        ["in HTML, in JSON"] = text => JsonEncodedText.Encode(HtmlEncoder.Default.Encode(text)).ToString(),
        ["in JSON, in HTML, in a URL"] = text =>
            Uri.EscapeDataString(HtmlEncoder.Default.Encode(JsonEncodedText.Encode(text).ToString())),
        ["in a URL, in JSON by number"] = text => Each(Uri.EscapeDataString(text), c => $"\\u{(int)c:x4}"),
        ["folded, in JSON"] = text =>
            JsonEncodedText.Encode(text[..(text.Length / 2)] + "\r\n  " + text[(text.Length / 2)..]).ToString(),
        ["in HTML by number"] = text => Signs(text, c => $"&#{(int)c};"),
        ["in HTML by hexadecimal number"] = text => Each(text, c => $"&#x{(int)c:X};"),
        ["in HTML by number without semicolons"] = text => Each(text, c => $"&#{(int)c}"),
        ["in HTML by hexadecimal number without semicolons"] = text => Each(text, c => $"&#x{(int)c:x}"),
        ["in HTML by name"] = text => Named(text),
        ["in Markdown"] = text => Signs(text, c => $"\\{c}"),
        ["in quoted-printable"] = text => Signs(text, c => $"={(int)c:X2}"),
        ["folded"] = text => text[..(text.Length / 2)] + "\r\n  " + text[(text.Length / 2)..],
        ["letter by letter, with blanks"] = text => Groups(text, 1, " "),
        ["letter by letter, with commas and blanks"] = text => Groups(text, 1, ", "),
        ["in pairs, with hyphens"] = text => Groups(text, 2, "-"),
        ["in threes, with blanks"] = text => Groups(text, 3, " "),
        ["in sixes, with dots"] = text => Groups(text, 6, "."),
        ["in UTF-16"] = text => Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(text)),
        ["in UTF-16, big end first"] = text => Encoding.Latin1.GetString(Encoding.BigEndianUnicode.GetBytes(text)),
        ["in hex"] = text => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)),
        ["in hex in upper case"] = text => Convert.ToHexString(Encoding.UTF8.GetBytes(text)),
        ["in hex with blanks"] = text => Bytes(text, " "),
        ["in hex with colons"] = text => Bytes(text, ":"),
        ["in hex as C has it"] = text => "0x" + Bytes(text, ", 0x"),
        ["in hex of UTF-16"] = text => Convert.ToHexStringLower(Encoding.Unicode.GetBytes(text)),
        ["in base64"] = text => Base64(text, before: 0),
        ["in base64, one byte on"] = text => Base64(text, before: 1),
        ["in base64, two bytes on"] = text => Base64(text, before: 2),
        ["in base64 for URLs"] = text => ForUrls(Base64(text, before: 0)),
        ["in base64 for URLs, one byte on"] = text => ForUrls(Base64(text, before: 1)),
        ["in base64 for URLs, two bytes on"] = text => ForUrls(Base64(text, before: 2)),
        ["in base64, in JSON"] = text => JsonEncodedText.Encode(Base64(text, before: 0)).ToString(),
        ["in base64, percent-encoded"] = text => Uri.EscapeDataString(Base64(text, before: 1)),
        ["in base64 of UTF-16"] = text => Convert.ToBase64String(Encoding.Unicode.GetBytes(text)),
        ["in base64 lines"] = text =>
            string.Join("\r\n", Base64(text, before: 0).Chunk(20).Select(chunk => new string(chunk))),
    }.ToImmutableDictionary();

    private static string Base64(string text, int before) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('.', before) + text + "and more"));

    private static string Groups(string text, int length, string separator) =>
        string.Join(separator, text.Chunk(length).Select(group => new string(group)));

    private static string ForUrls(string base64) => base64.TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Bytes(string text, string separator) =>
        string.Join(
            separator,
            Encoding.UTF8.GetBytes(text).Select(octet => octet.ToString("x2", CultureInfo.InvariantCulture))
        );

    private static string Each(string text, Func<char, FormattableString> spelled) =>
        string.Concat(text.Select(c => spelled(c).ToString(CultureInfo.InvariantCulture)));

    private static string Signs(string text, Func<char, FormattableString> spelled) =>
        string.Concat(
            text.Select(c => char.IsAsciiLetterOrDigit(c) ? $"{c}" : spelled(c).ToString(CultureInfo.InvariantCulture))
        );

    private static string Named(string text) =>
        text.Replace("+", "&plus;", StringComparison.Ordinal)
            .Replace("/", "&sol;", StringComparison.Ordinal)
            .Replace("=", "&equals;", StringComparison.Ordinal);
}
