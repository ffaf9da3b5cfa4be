using System.Text;
using FsCheck.Fluent;

namespace Conformance.Generators.Texts;

/// <summary>Smaller texts, through FsCheck's shrinker; every one is strictly smaller, so that shrinking ends.</summary>
internal static class Shrinking
{
    private const int LongestForSingleSteps = 300;

    private static readonly Func<string, IEnumerable<string>> Shrink = ArbMap.Default.ArbFor<string>().Shrinker;

    /// <summary>
    /// Smaller texts that keep the identity: first plain ones of the same length, which cost few tries and leave to be
    /// seen what matters; then the smallest first, and so the smallest steps last.
    /// </summary>
    public static IEnumerable<string> Of(string text, string identity)
    {
        var at = identity.Length == 0 ? -1 : text.IndexOf(identity, StringComparison.Ordinal);
        var (before, kept, after) = at < 0 ? ("", "", text) : (text[..at], identity, text[(at + identity.Length)..]);
        return With(Flattened).Concat(With(Parts).OrderBy(Size)).Where(other => IsSmaller(other, text)).Distinct();

        IEnumerable<string> With(Func<string, IEnumerable<string>> change) =>
            change(after)
                .Select(part => before + kept + part)
                .Concat(change(before).Select(part => part + kept + after));
    }

    // Character by character the candidates of a long text would take megabytes: coarse steps first.
    private static IEnumerable<string> Parts(string part)
    {
        var coarse = Cuts(part).Concat(part.Length > 0 ? [part[..^1]] : []);
        return part.Length > LongestForSingleSteps ? coarse : coarse.Concat(Shrink(part)).Concat(Plainer(part));
    }

    /// <summary>The text without a stretch of it, for stretches of all of it down to one character or, if it is long, a part of it.</summary>
    private static IEnumerable<string> Cuts(string part)
    {
        var finest = part.Length > LongestForSingleSteps ? part.Length / 32 : 1;
        for (var stretch = part.Length; stretch >= finest && stretch > 0; stretch /= 2)
        {
            for (var start = 0; start + stretch <= part.Length; start += stretch)
                yield return part.Remove(start, stretch);
        }
    }

    /// <summary>The text with its letters, its digits, or all of it made alike at once: what is left as it was is what matters.</summary>
    private static IEnumerable<string> Flattened(string part) =>
        [
            new string('a', part.Length),
            Plain(part, char.IsAsciiLetterOrDigit),
            Plain(part, char.IsAsciiDigit),
            Plain(part, char.IsAsciiLetter),
        ];

    private static string Plain(string part, Func<char, bool> isMeant) =>
        string.Concat(
            part.Select(c =>
                !isMeant(c) ? c
                : char.IsAsciiDigit(c) ? '0'
                : 'a'
            )
        );

    private static IEnumerable<string> Plainer(string part) =>
        from at in Enumerable.Range(0, part.Length)
        from plain in "a0"
        where part[at] != plain
        select part.Remove(at, 1).Insert(at, $"{plain}");

    // Half of a surrogate pair is text on which careful readers differ.
    private static bool IsSmaller(string candidate, string text) =>
        Size(candidate).CompareTo(Size(text)) < 0 && (IsWellFormed(candidate) || !IsWellFormed(text));

    private static bool IsWellFormed(string text) =>
        text.Length
        == text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar).Sum(rune => rune.Utf16SequenceLength);

    private static (int Length, long Weight) Size(string text) => (text.Length, text.Sum(Weight));

    // FsCheck takes a for the simplest character; any fixed order makes shrinking end.
    private static long Weight(char c) =>
        c == 'a' ? 0
        : char.IsAsciiLetterOrDigit(c) ? 1 + c
        : 1000 + c;
}
