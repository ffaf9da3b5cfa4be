using System.Text;

namespace Conformance.Generators.Tests.Mutants;

/// <summary>The right pattern, and lengths that are off.</summary>
internal static class WrongLengths
{
    public static IEnumerable<Mutant> Of(Right right) =>
        new[]
        {
            Between(right, "one shorter", right.Shortest - 1, right.Longest),
            Between(right, "no shortest", 0, right.Longest),
            Between(right, "one longer at least", right.Shortest + 1, right.Longest),
            Between(right, "one shorter at most", right.Shortest, right.Longest - 1),
            Between(right, "one longer", right.Shortest, (long)right.Longest + 1),
            Between(right, "twice as long", right.Shortest, 2L * right.Longest),
            Between(right, "no longest", right.Shortest, long.MaxValue),
            Between(right, "a byte's worth", right.Shortest, 255),
            Between(right, "half of it", right.Shortest, right.Longest / 2),
            Measured(right, "the trimmed text", text => text.Trim().Length),
            Measured(right, "the text without blanks at its end", text => text.TrimEnd().Length),
            Measured(right, "letters and digits alone", text => text.Count(char.IsLetterOrDigit)),
            Measured(right, "bytes of UTF-16", text => 2 * text.Length),
            Measured(right, "bytes of UTF-32", text => 4 * text.EnumerateRunes().Count()),
            Measured(right, "the JSON with its quotes", text => text.Length + 2),
            Measured(right, "the length in a URI", text => Uri.EscapeDataString(Whole(text)).Length),
            new("rejects what is not ASCII", text => text.All(char.IsAscii) && right.Takes(text)),
            new("rejects what takes more than three bytes", text => !text.Any(char.IsSurrogate) && right.Takes(text)),
            new("rejects white space", text => !text.Any(char.IsWhiteSpace) && right.Takes(text)),
        };

    private static Mutant Between(Right right, string says, long shortest, long longest) =>
        new(
            $"measures {says}: {shortest} to {longest}",
            text =>
                text.Length >= shortest
                && text.Length <= longest
                && (right with { Shortest = 0, Longest = int.MaxValue }).Takes(text)
        );

    private static Mutant Measured(Right right, string says, Func<string, int> length) =>
        new(
            $"measures {says}",
            text =>
                length(text) >= right.Shortest
                && length(text) <= right.Longest
                && (right with { Shortest = 0, Longest = int.MaxValue }).Takes(text)
        );

    // Half a character can't be written into a URI.
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
