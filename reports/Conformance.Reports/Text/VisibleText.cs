using System.Globalization;
using System.Text;

namespace Conformance.Reports.Text;

/// <summary>
/// Makes every character visible: what a target sends must be able neither to hide in a report nor to turn its
/// direction round. Tab and line feed stay.
/// </summary>
public static class VisibleText
{
    private const int FirstControlPicture = 0x2400;
    private const int PictureOfDelete = 0x2421;

    /// <summary>The text with symbols in place of what has no shape of its own; well-formed UTF-16.</summary>
    public static string Of(string text)
    {
        var firstHidden = FirstHidden(text);
        if (firstHidden < 0)
            return text;
        var visible = new StringBuilder(text, 0, firstHidden, text.Length + 16);
        for (var at = firstHidden; at < text.Length; )
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune))
            {
                AppendName(visible, text[at++]);
                continue;
            }
            Append(visible, rune);
            at += rune.Utf16SequenceLength;
        }
        return visible.ToString();
    }

    private static int FirstHidden(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune) || IsHidden(rune))
                return at;
            at += rune.Utf16SequenceLength;
        }
        return -1;
    }

    private static void Append(StringBuilder visible, Rune rune)
    {
        if (!IsHidden(rune))
            visible.Append(rune);
        else if (rune.Value < ' ')
            visible.Append((char)(FirstControlPicture + rune.Value));
        else if (rune.Value == 0x7F)
            visible.Append((char)PictureOfDelete);
        else
            AppendName(visible, rune.Value);
    }

    private static void AppendName(StringBuilder visible, int codePoint) =>
        visible.Append(CultureInfo.InvariantCulture, $"⟨U+{codePoint:X4}⟩");

    private static bool IsHidden(Rune rune) =>
        rune.IsAscii
            ? rune.Value is (< ' ' and not '\t' and not '\n') or 0x7F
            : IsNonCharacter(rune.Value)
                || Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator;

    private static bool IsNonCharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;
}
