using System.Text.RegularExpressions;

namespace Conformance.Contracts.Interactions;

/// <summary>Expressions over what a provider's state gives.</summary>
internal static partial class Expressions
{
    /// <summary>The value of this name, put into a text.</summary>
    public static string InText(string name) => $"${{{name}}}";

    /// <summary>The names in an expression; a name alone is its own.</summary>
    public static IEnumerable<string> NamesIn(string expression) =>
        expression.Contains("${", StringComparison.Ordinal)
            ? Placeholder().Matches(expression).Select(m => m.Groups[1].Value)
            : [expression];

    [GeneratedRegex(@"\$\{([^}]+)\}")]
    private static partial Regex Placeholder();
}
