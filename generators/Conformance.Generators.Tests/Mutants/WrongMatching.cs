using System.Text.RegularExpressions;

namespace Conformance.Generators.Tests.Mutants;

/// <summary>The right pattern, matched in a wrong way.</summary>
internal static class WrongMatching
{
    // Without backtracking: a search in a long text would take a square of its length.
    private const RegexOptions Linear = RegexOptions.NonBacktracking;

    public static IEnumerable<Mutant> Of(Right right)
    {
        var group = $"(?:{right.Pattern})";
        return
        [
            Matching(right, "searches for a match", group),
            Matching(right, "anchors the start alone", $@"\A{group}"),
            Matching(right, "anchors the end alone", $@"{group}\z"),
            Matching(right, "ends with a dollar sign", $"^{group}$"),
            Matching(right, @"ends with \Z", $@"\A{group}\Z"),
            Matching(right, "matches line by line", $"^{group}$", RegexOptions.Multiline),
            Matching(right, "asks for one line that matches", $@"(?:\A|\n){group}(?:\n|\z)"),
            Matching(right, "has no regard to case", $@"\A{group}\z", RegexOptions.IgnoreCase),
            Matching(
                right,
                "has no regard to case, whatever the culture",
                $@"\A{group}\z",
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
            ),
            Matching(right, "matches between blanks", $@"\A\s*{group}\s*\z"),
            Matching(right, "matches the pattern or nothing", $@"\A{group}?\z"),
        ];
    }

    private static Mutant Matching(Right right, string says, string pattern, RegexOptions options = 0) =>
        right.Matching(says, new Regex(pattern, Linear | options).IsMatch);
}
