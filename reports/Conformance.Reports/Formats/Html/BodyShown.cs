using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Conformance.Reports.Formats.Html;

/// <summary>As much of a body as a page shows.</summary>
/// <param name="Text">The body's text, or a hex dump.</param>
/// <param name="IsHex">Whether it is a hex dump.</param>
/// <param name="Remark">What is left out, or null.</param>
internal sealed record BodyShown(string Text, bool IsHex, string? Remark)
{
    private const int BytesPerLine = 16;

    /// <summary>A byte of a hex dump takes about four times the room of a byte of text.</summary>
    private const int HexShare = 4;

    private const int LongestUtf8Character = 4;

    /// <summary>The beginning of a body, at most <paramref name="limitBytes"/> of it.</summary>
    public static BodyShown Of(Body body, int limitBytes, bool isTruncated)
    {
        var start = body.Span[..Math.Min(limitBytes, body.Span.Length)];
        if (DecodeText(start, start.Length < body.Length || isTruncated) is { } text)
            return new(text, IsHex: false, RemarkOn(body, start.Length, isTruncated));
        var dumped = start[..Math.Min(limitBytes / HexShare, start.Length)];
        return new(Dump(dumped), IsHex: true, RemarkOn(body, dumped.Length, isTruncated));
    }

    /// <summary>Null when it isn't text: not UTF-8, or with U+0000 in it as binary formats have.</summary>
    private static string? DecodeText(ReadOnlySpan<byte> bytes, bool mayEndInsideCharacter)
    {
        if (bytes.Contains((byte)0))
            return null;
        var mostCut = mayEndInsideCharacter ? Math.Min(LongestUtf8Character - 1, bytes.Length) : 0;
        for (var cut = 0; cut <= mostCut; cut++)
            if (Utf8.IsValid(bytes[..^cut]))
                return Encoding.UTF8.GetString(bytes[..^cut]);
        return null;
    }

    private static string? RemarkOn(Body body, int shown, bool isTruncated)
    {
        var remarks = new List<string>();
        if (shown < body.Length)
            remarks.Add(Said($"The first {shown:N0} of {body.Length:N0} bytes; {WhereTheRestIs(body)}."));
        if (isTruncated)
            remarks.Add(Said($"Truncated: reading stopped after {body.Length:N0} bytes."));
        return remarks.Count == 0 ? null : string.Join(' ', remarks);
    }

    private static string WhereTheRestIs(Body body) =>
        body.IsCut
            ? Said($"{ReportFiles.Results} has {body.Span.Length:N0} of them, and the rest was not kept")
            : $"{ReportFiles.Results} has them all";

    private static string Said(FormattableString remark) => remark.ToString(CultureInfo.InvariantCulture);

    private static string Dump(ReadOnlySpan<byte> bytes)
    {
        var dump = new StringBuilder();
        for (var at = 0; at < bytes.Length; at += BytesPerLine)
        {
            var line = bytes[at..Math.Min(at + BytesPerLine, bytes.Length)];
            dump.Append(CultureInfo.InvariantCulture, $"{at:x4}  ");
            for (var column = 0; column < BytesPerLine; column++)
                dump.Append(column < line.Length ? line[column].ToString("x2", CultureInfo.InvariantCulture) : "  ")
                    .Append(column == BytesPerLine / 2 - 1 ? "  " : " ");
            dump.Append(' ');
            foreach (var octet in line)
                dump.Append(octet is >= 0x20 and < 0x7F ? (char)octet : '·');
            dump.Append('\n');
        }
        return dump.ToString();
    }
}
