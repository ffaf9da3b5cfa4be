using System.Globalization;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours.Resources;

/// <summary>Legal values of a member, made to differ from others.</summary>
internal static class LegalValues
{
    // Of 1,000,000 values as many are all different with a likelihood of 97 %, of 1,000 never.
    private const int Sampled = 256;
    private const int Tries = 12;

    private const string Punctuation = "-_.:";

    // Lower case first: most patterns with letters have those.
    private const string Endings = "xyz0123456789abcdefXYZABCDEF";

    /// <summary>Whether the value keeps every constraint of the member, by every interpretation.</summary>
    public static bool IsLegal(TestSession test, Member member, JsonValue value) =>
        member.Constraints.All(c => test.Session.Values.PositionsOn(member, c).All(p => p.Accepts(value)));

    /// <summary>An ordinary value that no other run makes, as far as the member has room for that.</summary>
    public static string Fresh(TestSession test, Member member)
    {
        var draw = test.NextDraw().For(member.Path);
        var value = Text(test, member, draw);
        return value.Contains(draw.Prefix, StringComparison.Ordinal) ? value : Text(test, member, draw.OfTheRun());
    }

    /// <summary>Sees to it that a fresh value of the member is one that nobody has used.</summary>
    /// <exception cref="CannotArrangeException">There are too few values: any may be taken.</exception>
    public static void DemandRoom(TestSession test, Member member)
    {
        var draw = test.Session.Draw.For(member.Path);
        var first = Text(test, member, draw);
        if (first.Contains(draw.Prefix, StringComparison.Ordinal))
            return;
        var values = Enumerable
            .Range(0, Sampled)
            .Select(n => Text(test, member, draw.For(n.ToString(CultureInfo.InvariantCulture))));
        if (values.Distinct(StringComparer.Ordinal).Count() < Sampled)
            throw new CannotArrangeException(
                SkipReason.NotIsolated,
                $"{member.Path} has so few legal values that any of them may have been used before"
            );
    }

    /// <summary>Sees to it that fresh values of the member hold the run's prefix, so that no part of one is somebody's.</summary>
    /// <exception cref="CannotArrangeException">They are too short for it, or it is not legal in them.</exception>
    public static void DemandPrefix(TestSession test, Member member)
    {
        var draw = test.Session.Draw.For(member.Path);
        if (!Text(test, member, draw).Contains(draw.Prefix, StringComparison.Ordinal))
            throw new CannotArrangeException(
                SkipReason.NotApplicable,
                $"values of {member.Path} have no room for the run's prefix: parts of them may be somebody's"
            );
    }

    /// <summary>An ordinary value other than this one; null where none is found.</summary>
    public static JsonValue? Another(TestSession test, Member member, JsonValue? than)
    {
        var draw = test.NextDraw();
        return Enumerable
            .Range(0, Tries)
            .Select(n => test.Session.Values.Ordinary(member, draw.For(n.ToString(CultureInfo.InvariantCulture))).Value)
            .FirstOrDefault(value => !value.Equals(than) && IsLegal(test, member, value));
    }

    /// <summary>The same text with its letters in the other case, legal as well; null where there is none. The run's prefix stays.</summary>
    public static string? InOtherCase(TestSession test, Member member, string text)
    {
        var prefix = test.Session.Draw.Prefix;
        var head = text.StartsWith(prefix, StringComparison.Ordinal) ? prefix.Length : 0;
        string[] others = [Rest(text.ToUpperInvariant()), Rest(text.ToLowerInvariant()), Swapped()];
        return others.FirstOrDefault(other => other != text && IsLegal(test, member, new JsonText(other)));

        string Rest(string changed) => text[..head] + changed[head..];

        // A pattern may tell in which case single characters are.
        string Swapped() =>
            Enumerable
                .Range(head, text.Length - head)
                .Select(at => text[..at] + Flipped(text[at]) + text[(at + 1)..])
                .FirstOrDefault(other => other != text && IsLegal(test, member, new JsonText(other)))
            ?? text;
    }

    /// <summary>The same text with another last character; null where none is legal.</summary>
    public static string? WithAnotherEnd(TestSession test, Member member, string text) =>
        text.Length == 0
            ? null
            : Endings
                .Where(c => char.ToUpperInvariant(c) != char.ToUpperInvariant(text[^1]))
                .Select(c => text[..^1] + c)
                .FirstOrDefault(other => IsLegal(test, member, new JsonText(other)));

    /// <summary>The same text, cut or filled up to this length; null where that is not legal.</summary>
    public static string? OfLength(TestSession test, Member member, string text, int length) =>
        (text.Length < length ? text.PadRight(length, 'q') : text[..length]) is var other
        && IsLegal(test, member, new JsonText(other))
            ? other
            : null;

    /// <summary>The longest legal text that begins as this one; null where the member has no limit, or none is found.</summary>
    public static string? Longest(TestSession test, Member member, string text) =>
        member.Find<MaxLength>() is { Limit: var limit } ? OfLength(test, member, text, limit) : null;

    /// <summary>The same text with a character of punctuation before its last; null where none is legal.</summary>
    public static string? WithPunctuation(TestSession test, Member member, string text) =>
        WithEachPunctuation(test, member, text).FirstOrDefault();

    /// <summary>The same with each character of punctuation that is legal there.</summary>
    public static IEnumerable<string> WithEachPunctuation(TestSession test, Member member, string text) =>
        text.Length == 0
            ? []
            : Punctuation
                .Select(c => $"{text[..^1]}{c}{text[^1]}")
                .Where(other => IsLegal(test, member, new JsonText(other)));

    /// <summary>The same text with all characters of punctuation that are legal before its last; null where none is.</summary>
    public static string? WithAllPunctuation(TestSession test, Member member, string text) =>
        text.Length == 0 ? null
        : Punctuation.Aggregate(
            text,
            (all, c) =>
                $"{all[..^1]}{c}{all[^1]}" is var longer && IsLegal(test, member, new JsonText(longer)) ? longer : all
        )
            is var other
        && other != text
            ? other
        : null;

    private static string Text(TestSession test, Member member, Draw draw) =>
        test.Session.Values.Ordinary(member, draw).Value is JsonText text
            ? text.Value
            : throw new CannotArrangeException(SkipReason.NotApplicable, $"{member.Path} is no string");

    private static char Flipped(char c) =>
        char.IsAsciiLetterLower(c) ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c);
}
