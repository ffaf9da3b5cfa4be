using System.Text;

namespace Conformance.XUnit.Rows;

/// <summary>The command that runs one row again.</summary>
internal static class TestCommand
{
    /// <summary>Characters that the filter of <c>dotnet test</c> takes for its own.</summary>
    private const string Operators = @"\()&|=!~";

    /// <summary>For a shell; the seed is the target's, so the same requests are sent.</summary>
    public static string For(string requirementId)
    {
        var escaped = new StringBuilder();
        foreach (var character in requirementId)
            _ = Operators.Contains(character, StringComparison.Ordinal)
                ? escaped.Append('\\').Append(character)
                : escaped.Append(character);
        return $"dotnet test --filter 'DisplayName={escaped}'";
    }
}
