using System.Text.Json;
using System.Text.RegularExpressions;

namespace Conformance.Reference.Pennsieve;

/// <summary>JSON of which single tokens are edited, while all others stay as they are written.</summary>
internal static partial class JsonTokens
{
    /// <summary>The same with other texts, at any depth; names stay.</summary>
    public static string WithTexts(string json, Func<string, string> edit) =>
        Token()
            .Replace(
                json,
                token =>
                {
                    if (!token.Groups["text"].Success || token.Groups["colon"].Success)
                        return token.Value;
                    var text = JsonSerializer.Deserialize<string>(token.Groups["text"].Value)!;
                    var edited = edit(text);
                    return edited == text ? token.Value : JsonSerializer.Serialize(edited);
                }
            );

    /// <summary>The same with other numbers, at any depth.</summary>
    public static string WithNumbers(string json, Func<string, string> edit) =>
        Token().Replace(json, token => token.Groups["number"].Success ? edit(token.Value) : token.Value);

    [GeneratedRegex(
        """
            (?<text>"(?:[^"\\]|\\.)*")(?<colon>\s*:)?|(?<number>-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline
    )]
    private static partial Regex Token();
}
