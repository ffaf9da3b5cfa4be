using System.Text.Json;
using System.Text.Unicode;

namespace Conformance.Contracts.Provider;

/// <summary>
/// Rewrites legal JSON that Pact's reader can't take, so that no contract can tell the difference: its numbers are doubles,
/// its texts Unicode, and it follows 127 levels. No pact can name such a value, since the same reader reads pacts; so only
/// its kind counts, and that stays. All is written over in place, and every other byte stays as it came.
/// </summary>
internal static class JsonForPact
{
    // A pact itself spends five levels on its way to the body of a response, so that none looks deeper than this.
    private const int MostLevels = 126;

    // Some way below the largest double: readers round in different ways there.
    private const double LargestNumber = 1e300;
    private const int MostDigits = 18;
    private const int EscapeLength = 6;
    private const byte Blank = (byte)' ';

    private static readonly JsonReaderOptions Grammar = new() { MaxDepth = int.MaxValue };

    private static ReadOnlySpan<byte> InTheirPlace => "1e300"u8;

    private static ReadOnlySpan<byte> Replacement => "\\ufffd"u8;

    /// <summary>Whether these bytes are one value of JSON (RFC 8259).</summary>
    public static bool IsJson(ReadOnlySpan<byte> body) => Utf8.IsValid(body) && Follows(body, isWhole: true);

    /// <summary>Whether more bytes could still make these one value of JSON.</summary>
    public static bool MayBecomeJson(ReadOnlySpan<byte> beginning) => Follows(beginning, isWhole: false);

    /// <summary>The body for Pact's eyes; as it came where it is no JSON.</summary>
    public static ReadOnlyMemory<byte> Readable(ReadOnlyMemory<byte> body)
    {
        if (!IsJson(body.Span))
            return body;
        var written = body.ToArray();
        var reader = new Utf8JsonReader(body.Span, Grammar);
        while (reader.Read())
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth >= MostLevels:
                    Empty(ref reader, written);
                    break;
                case JsonTokenType.String or JsonTokenType.PropertyName when reader.ValueIsEscaped:
                    WriteOverLoneSurrogates(written.AsSpan((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length));
                    break;
                case JsonTokenType.Number when !IsDouble(ref reader):
                    Shrink(written.AsSpan((int)reader.TokenStartIndex, reader.ValueSpan.Length));
                    break;
                default:
                    break;
            }
        return written;
    }

    private static bool Follows(ReadOnlySpan<byte> body, bool isWhole)
    {
        var reader = new Utf8JsonReader(body, isWhole, new JsonReaderState(Grammar));
        try
        {
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>An object or array becomes one with nothing within.</summary>
    private static void Empty(ref Utf8JsonReader reader, byte[] written)
    {
        var first = (int)reader.TokenStartIndex + 1;
        reader.Skip();
        written.AsSpan(first..(int)reader.TokenStartIndex).Fill(Blank);
    }

    private static bool IsDouble(ref Utf8JsonReader reader) =>
        reader.TryGetDouble(out var number) && Math.Abs(number) < LargestNumber;

    /// <summary>An integer stays one, of its first digits; any other number has room for one with an exponent.</summary>
    private static void Shrink(Span<byte> number)
    {
        var digits = number[0] == '-' ? number[1..] : number;
        var kept = MostDigits;
        if (digits.ContainsAny((byte)'.', (byte)'e', (byte)'E'))
        {
            InTheirPlace.CopyTo(digits);
            kept = InTheirPlace.Length;
        }
        digits[kept..].Fill(Blank);
    }

    /// <summary>Halves of surrogate pairs without the other half become U+FFFD, which is one character too.</summary>
    private static void WriteOverLoneSurrogates(Span<byte> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\')
                continue;
            var isHigh = IsHighSurrogate(text[at..]);
            if (isHigh && IsLowSurrogate(text[(at + EscapeLength)..]))
                at += EscapeLength;
            else if (isHigh || IsLowSurrogate(text[at..]))
                Replacement.CopyTo(text[at..]);
            // Behind the escape: a second backslash begins none.
            at += text[at + 1] == 'u' ? EscapeLength - 1 : 1;
        }
    }

    /// <summary>Whether it begins with the escape of D800 to DBFF.</summary>
    private static bool IsHighSurrogate(ReadOnlySpan<byte> text) =>
        text
            is [
                (byte)'\\',
                (byte)'u',
                (byte)'d'
                or (byte)'D',
                (byte)'8'
                or (byte)'9'
                or (byte)'a'
                or (byte)'A'
                or (byte)'b'
                or (byte)'B',
                ..,
            ];

    /// <summary>Whether it begins with the escape of DC00 to DFFF.</summary>
    private static bool IsLowSurrogate(ReadOnlySpan<byte> text) =>
        text
            is [
                (byte)'\\',
                (byte)'u',
                (byte)'d'
                or (byte)'D',
                (>= (byte)'c' and <= (byte)'f')
                or (>= (byte)'C' and <= (byte)'F'),
                ..,
            ];
}
