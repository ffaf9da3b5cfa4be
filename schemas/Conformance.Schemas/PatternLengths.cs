namespace Conformance.Schemas;

/// <summary>Between which lengths the values of a pattern lie; a wide estimate, never a narrow one.</summary>
/// <param name="Shortest">No value is shorter.</param>
/// <param name="Longest">No value is longer; <see cref="int.MaxValue"/> where there is no bound.</param>
public readonly record struct PatternLengths(long Shortest, long Longest)
{
    /// <summary>The lengths, or null where the pattern uses what this doesn't understand.</summary>
    public static PatternLengths? Of(string pattern)
    {
        var position = 0;
        var lengths = Alternatives(pattern, ref position);
        return position == pattern.Length ? lengths : null;
    }

    private static PatternLengths? Alternatives(string text, ref int at)
    {
        var all = Sequence(text, ref at);
        while (at < text.Length && text[at] == '|')
        {
            at++;
            if (Sequence(text, ref at) is not { } next || all is not { } before)
                return null;
            all = new(Math.Min(before.Shortest, next.Shortest), Math.Max(before.Longest, next.Longest));
        }
        return all;
    }

    private static PatternLengths? Sequence(string text, ref int at)
    {
        var sum = new PatternLengths(0, 0);
        while (at < text.Length && text[at] is not ('|' or ')'))
        {
            if (Atom(text, ref at) is not { } atom || Repeated(atom, text, ref at) is not { } part)
                return null;
            sum = new(Bounded(sum.Shortest + part.Shortest), Bounded(sum.Longest + part.Longest));
        }
        return sum;
    }

    private static PatternLengths? Atom(string text, ref int at)
    {
        switch (text[at++])
        {
            case '^' or '$':
                return new(0, 0);
            case '(':
                return Group(text, ref at);
            case '[':
                return SkipClass(text, ref at) ? new(1, 1) : null;
            case '\\' when at < text.Length:
                var escaped = text[at++];
                return escaped == 'b' ? new(0, 0)
                    : char.IsAsciiLetterOrDigit(escaped) && !"dwstnr".Contains(escaped) ? null
                    : new(1, 1);
            case '\\' or (>= '\uD800' and <= '\uDFFF'):
                return null;
            default:
                return new(1, 1);
        }
    }

    private static PatternLengths? Group(string text, ref int at)
    {
        if (text.AsSpan(at).StartsWith("?:"))
            at += 2;
        else if (at < text.Length && text[at] == '?')
            return null;
        var inner = Alternatives(text, ref at);
        return at < text.Length && text[at++] == ')' ? inner : null;
    }

    private static bool SkipClass(string text, ref int at)
    {
        var start = at;
        for (; at < text.Length; at++)
            if (text[at] == '\\')
                at++;
            else if (text[at] == ']' && at > start)
                return ++at > 0;
        return false;
    }

    private static PatternLengths? Repeated(PatternLengths atom, string text, ref int at)
    {
        if (at == text.Length)
            return atom;
        var (least, most) = text[at] switch
        {
            '*' => (0L, (long)int.MaxValue),
            '+' => (1, int.MaxValue),
            '?' => (0, 1),
            '{' => Counts(text[(at + 1)..]),
            _ => (1, 1),
        };
        if (least < 0)
            return null;
        if (text[at] is '*' or '+' or '?')
            at++;
        else if (text[at] == '{')
            at = text.IndexOf('}', at) + 1;
        return new(Bounded(atom.Shortest * least), Bounded(atom.Longest * most));
    }

    private static (long Least, long Most) Counts(string rest)
    {
        var inside = rest.Split('}')[0].Split(',');
        var isUnderstood = int.TryParse(inside[0], out var least) && rest.Contains('}') && inside.Length <= 2;
        if (inside is [_, ""])
            return isUnderstood ? (least, int.MaxValue) : (-1, -1);
        return int.TryParse(inside[^1], out var most) && isUnderstood ? (least, most) : (-1, -1);
    }

    private static long Bounded(long length) => Math.Min(length, int.MaxValue);
}
