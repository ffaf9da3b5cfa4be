namespace Conformance.Reference.Http;

/// <summary>Checks of text, written by hand: no regular expression, whole values always (interpretation R1).</summary>
public static class Checks
{
    /// <summary>Accepts every value.</summary>
    public static string? Nothing<T>(T value) => null;

    /// <summary>The length in code points lies between two limits, both included (interpretation R4).</summary>
    public static Check<string> Length(int shortest, int longest) =>
        value =>
            LengthInCodePoints(value) is var length && (length < shortest || length > longest)
                ? $"expected {shortest} to {longest} characters, got {length}"
                : null;

    /// <summary>The whole value belongs to a language.</summary>
    public static Check<string> Whole(Func<string, bool> belongs, string pattern) =>
        value => belongs(value) ? null : $"expected a value that as a whole matches {pattern}";

    /// <summary>At least one character, of any kind.</summary>
    public static string? NotEmpty(string value) => value.Length == 0 ? "expected a character, got none" : null;

    /// <summary>The value is one of these, case included.</summary>
    public static Check<string> OneOf(params string[] values) =>
        value => values.Contains(value) ? null : $"expected one of {string.Join(", ", values)}";

    /// <summary>Both are satisfied; the first complaint counts.</summary>
    public static Check<string> Both(Check<string> first, Check<string> second) =>
        value => first(value) ?? second(value);

    private static int LengthInCodePoints(string value)
    {
        var length = 0;
        for (var i = 0; i < value.Length; i++, length++)
            if (i + 1 < value.Length && char.IsSurrogatePair(value[i], value[i + 1]))
                i++;
        return length;
    }
}
