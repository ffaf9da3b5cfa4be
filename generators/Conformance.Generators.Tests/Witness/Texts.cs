using System.Text;
using System.Text.RegularExpressions;
using Conformance.Schemas;

namespace Conformance.Generators.Tests.Witness;

/// <summary>Readers of texts: .NET's regular expressions, and lengths in every unit.</summary>
internal static class Texts
{
    private static readonly Func<string, int>[] Units =
    [
        text => text.Where((c, i) => i == 0 || !char.IsSurrogatePair(text[i - 1], c)).Count(),
        text => text.Length,
        text => Encoding.UTF8.GetBytes(text).Length,
    ];

    public static Func<JsonValue, bool>[] Of(params Func<string, bool>[] accept) =>
        [.. accept.Select(a => new Func<JsonValue, bool>(value => value is not JsonText text || a(text.Value)))];

    public static Func<JsonValue, bool>[] OfLength(Func<int, bool> holds) =>
        Of([.. Units.Select(unit => new Func<string, bool>(text => holds(unit(text))))]);

    /// <summary>Whole values; where the anchors or the spelling are in dispute, every way to take them.</summary>
    public static Func<JsonValue, bool>[] OfPattern(Pattern pattern)
    {
        var whole = Matching($@"\A(?:{pattern.Text.TrimStart('^').TrimEnd('$')})\z");
        if (pattern.Touches(InterpretationTopic.Spelling))
            return Of(
                whole,
                whole,
                Uuids.IsUuidInLowerCase,
                Uuids.IsUuidToDotNet,
                Uuids.IsUuidToPython,
                Uuids.IsUuidToJava
            );
        return pattern.Text.Contains('^') && pattern.Text.Contains(")|(", StringComparison.Ordinal)
            ? Of(
                whole,
                Matching(pattern.Text),
                Matching(pattern.Text.Replace("$", @"\z", StringComparison.Ordinal)),
                Matching("(?m)" + pattern.Text)
            )
            : Of(whole);
    }

    // Without backtracking: searches in long texts would take a square of their length.
    private static Func<string, bool> Matching(string pattern) =>
        new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant).IsMatch;
}
