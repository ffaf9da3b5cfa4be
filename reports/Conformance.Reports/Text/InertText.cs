using System.Text.RegularExpressions;

namespace Conformance.Reports.Text;

/// <summary>
/// Makes a text unable to give orders to the CI agent in whose log it stands: <c>##vso[…]</c>, <c>##[…]</c> and
/// <c>##teamcity[…]</c> are obeyed anywhere in a line, <c>::error::</c> at its beginning.
/// </summary>
public static partial class InertText
{
    /// <summary>The text with a blank in the mark that begins an order, so that it can still be read.</summary>
    public static string Of(string text) =>
        text.Contains("##", StringComparison.Ordinal) || text.Contains("::", StringComparison.Ordinal)
            ? AtLineStart().Replace(Anywhere().Replace(text, "# #"), "$1: :")
            : text;

    [GeneratedRegex(@"##(?=[A-Za-z-]*\[)", RegexOptions.CultureInvariant)]
    private static partial Regex Anywhere();

    [GeneratedRegex(@"(?<=\A|[\r\n])([^\S\r\n]*)::", RegexOptions.CultureInvariant)]
    private static partial Regex AtLineStart();
}
