using System.Globalization;

namespace Conformance.Schemas.Patterns;

/// <summary>Reads character classes and escapes as explicit ranges.</summary>
internal static class ClassReader
{
    /// <summary>Reads a class; <paramref name="position"/> stands after <c>[</c> and ends after <c>]</c>.</summary>
    public static ImmutableArray<CharRange> Class(string pattern, ref int position)
    {
        var isNegated = position < pattern.Length && pattern[position] == '^';
        if (isNegated)
            position++;
        var ranges = new List<CharRange>();
        while (position < pattern.Length && pattern[position] != ']')
            ranges.AddRange(Item(pattern, ref position));
        if (position >= pattern.Length || ranges.Count == 0)
            throw PatternException.At(pattern, position, "a class that is empty or has no end");
        position++;
        return isNegated ? CharRange.Complement(ranges) : CharRange.Merged(ranges);
    }

    /// <summary>Reads an escape; <paramref name="position"/> stands after the backslash.</summary>
    public static ImmutableArray<CharRange> Escape(string pattern, ref int position)
    {
        if (position >= pattern.Length)
            throw PatternException.At(pattern, position, "a backslash at the end");
        var c = pattern[position++];
        return c switch
        {
            'd' => CharRange.Digits,
            'w' => CharRange.Word,
            's' => CharRange.Space,
            'D' => CharRange.Complement(CharRange.Digits),
            'W' => CharRange.Complement(CharRange.Word),
            'S' => CharRange.Complement(CharRange.Space),
            't' => One('\t'),
            'n' => One('\n'),
            'r' => One('\r'),
            'f' => One('\f'),
            'x' => One(Hex(pattern, ref position, 2)),
            'u' => One(Hex(pattern, ref position, 4)),
            _ when !char.IsAsciiLetterOrDigit(c) && !char.IsSurrogate(c) => One(c),
            _ => throw PatternException.At(pattern, position - 1, $"\\{c}"),
        };
    }

    private static ImmutableArray<CharRange> Item(string pattern, ref int position)
    {
        var start = position;
        var low = Member(pattern, ref position);
        var isRange = position + 1 < pattern.Length && pattern[position] == '-' && pattern[position + 1] != ']';
        if (!isRange)
            return low;
        position++;
        var high = Member(pattern, ref position);
        if (low is not [{ Width: 1 } from] || high is not [{ Width: 1 } to] || from.Min > to.Min)
            throw PatternException.At(pattern, start, "a range whose ends are not two characters in order");
        return [new CharRange(from.Min, to.Min)];
    }

    private static ImmutableArray<CharRange> Member(string pattern, ref int position)
    {
        var c = pattern[position++];
        if (c == '\\')
            return Escape(pattern, ref position);
        var isSetOperator = c == '[' || (c == '&' && position < pattern.Length && pattern[position] == '&');
        if (isSetOperator || char.IsSurrogate(c))
            throw PatternException.At(pattern, position - 1, "a nested class, a set operation or a surrogate");
        return One(c);
    }

    private static ImmutableArray<CharRange> One(char c) => [new(c, c)];

    private static char Hex(string pattern, ref int position, int digits)
    {
        var start = position;
        position += digits;
        var isHex =
            position <= pattern.Length
            && int.TryParse(pattern.AsSpan(start, digits), NumberStyles.AllowHexSpecifier, null, out _);
        if (!isHex)
            throw PatternException.At(pattern, start, $"an escape without {digits} hex digits");
        return (char)int.Parse(pattern.AsSpan(start, digits), NumberStyles.AllowHexSpecifier, null);
    }
}
