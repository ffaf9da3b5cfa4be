namespace Conformance.Generators.Tests.Mutants;

/// <summary>The right check, and one rule too many: nothing in the documents treats these texts in their own way.</summary>
internal static class SpecialCases
{
    private const string Punctuation = "-_./'\"";

    public static IEnumerable<Mutant> Of(Right right) =>
        Punctuation
            .SelectMany(c => About(right, c))
            .Concat([
                right.Rejecting("rejects a digit at the start", text => text.Length > 0 && char.IsAsciiDigit(text[0])),
                right.Rejecting("rejects a digit at the end", text => text.Length > 0 && char.IsAsciiDigit(text[^1])),
                right.Rejecting(
                    "rejects a capital at the start",
                    text => text.Length > 0 && char.IsAsciiLetterUpper(text[0])
                ),
                right.Rejecting("rejects capitals", text => text.Any(char.IsAsciiLetterUpper)),
                right.Rejecting("rejects lowercase letters", text => text.Any(char.IsAsciiLetterLower)),
                right.Rejecting("rejects digits", text => text.Any(char.IsAsciiDigit)),
                right.Rejecting("rejects digits alone", text => text.Length > 0 && text.All(char.IsAsciiDigit)),
                right.Rejecting(
                    "rejects texts without a letter or digit",
                    text => !text.Any(char.IsAsciiLetterOrDigit)
                ),
                right.Rejecting("rejects texts without a letter", text => !text.Any(char.IsAsciiLetter)),
                right.Rejecting("rejects letters alone", text => text.Length > 0 && text.All(char.IsAsciiLetter)),
                right.Rejecting("rejects dots beside slashes", text => Has(text, "./") || Has(text, "/.")),
                right.Rejecting("rejects two dots in a row, a way up", text => Has(text, "..")),
                right.Rejecting("rejects a hyphen beside a dot", text => Has(text, "-.") || Has(text, ".-")),
            ]);

    private static IEnumerable<Mutant> About(Right right, char c) =>
        [
            right.Rejecting($"rejects {c}", text => text.Contains(c)),
            right.Rejecting($"rejects {c} at the start", text => text.StartsWith(c)),
            right.Rejecting($"rejects {c} at the end", text => text.EndsWith(c)),
            right.Rejecting($"rejects {c} doubled", text => Has(text, $"{c}{c}")),
            right.Rejecting($"rejects nothing but {c}", text => text.Length > 0 && text.All(own => own == c)),
            right.Matching($"takes {c} at the start away", text => right.Matches(text.TrimStart(c))),
            right.Matching($"takes {c} at the end away", text => right.Matches(text.TrimEnd(c))),
            right.Matching($"takes {c} for an underscore", text => right.Matches(text.Replace(c, '_'))),
            right.Matching(
                $"takes two of {c} for one",
                text => right.Matches(text.Replace($"{c}{c}", $"{c}", StringComparison.Ordinal))
            ),
        ];

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.Ordinal);
}
