using System.Buffers;

namespace Conformance.Reports.Secrecy;

/// <summary>What stands between the characters of a secret without being a part of it.</summary>
internal abstract class Separators
{
    /// <summary>The zero bytes of UTF-16, breaks of folded lines, and what parts groups of characters: a blank, a hyphen.</summary>
    public static Separators OfCharacters { get; } = new BetweenCharacters();

    /// <summary>Also what dumps put between two bytes: blanks, colons, commas, <c>0x</c>.</summary>
    public static Separators OfBytes { get; } = new BetweenBytes();

    /// <summary>How many characters here only separate.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Index behind a character of the secret.</param>
    /// <param name="unit">Index of that character in the secret.</param>
    /// <param name="next">The character of the secret that comes next.</param>
    public abstract int LengthAt(ReadOnlySpan<char> text, int at, int unit, char next);

    private sealed class BetweenCharacters : Separators
    {
        private const int MostBlanks = 16;
        private const int MostBetweenGroups = 2;

        private static readonly SearchValues<char> BetweenGroups = SearchValues.Create(" \t-_.:,;|/+*'\"");

        public override int LengthAt(ReadOnlySpan<char> text, int at, int unit, char next)
        {
            var from = at;
            while (at < text.Length && at - from < MostBlanks && IsGap(text, from, at))
                at++;
            return at > from ? at - from : LengthBetweenGroups(text[at..], next);
        }

        // They may be characters of the secret too: only where it goes on behind them do they separate.
        private static int LengthBetweenGroups(ReadOnlySpan<char> text, char next)
        {
            for (var length = 1; length <= MostBetweenGroups && length <= text.Length; length++)
                if (!BetweenGroups.Contains(text[length - 1]))
                    return 0;
                else if (
                    length == text.Length
                    || text[length] == Layer.Ellipsis
                    || char.ToUpperInvariant(text[length]) == char.ToUpperInvariant(next)
                )
                    return length;
            return 0;
        }

        // A folded line goes on after blanks; a blank without a break is a character like any other. What messages show on
        // one line has symbols in place of breaks and zero bytes.
        private static bool IsGap(ReadOnlySpan<char> text, int from, int at) =>
            text[at] is '\0' or '\r' or '\n' or '␀' or '␍' or '␊'
            || (at > from && text[at] is ' ' or '\t' && text[from] is not '\0' and not '␀');
    }

    private sealed class BetweenBytes : Separators
    {
        private const int Most = 4;

        public override int LengthAt(ReadOnlySpan<char> text, int at, int unit, char next)
        {
            if (unit % 2 == 0)
                return 0;
            var from = at;
            while (at < text.Length && at - from < Most && text[at] is ' ' or ':' or '-' or ',' or '\r' or '\n')
                at++;
            if (text[at..].StartsWith("0x", StringComparison.OrdinalIgnoreCase))
                at += 2;
            // A dump that is cut within its next prefix.
            else if (text[at..].StartsWith("0…") || text[at..] is "0")
                at++;
            return at - from;
        }
    }
}
