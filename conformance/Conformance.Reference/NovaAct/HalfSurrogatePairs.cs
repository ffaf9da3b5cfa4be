using System.Text.RegularExpressions;

namespace Conformance.Reference.NovaAct;

/// <summary>Halves of surrogate pairs in JSON: escapes that spell no character (RFC 8259, 8.2).</summary>
internal static partial class HalfSurrogatePairs
{
    /// <summary>The escape of a high one without its low one, or the other way round.</summary>
    [GeneratedRegex(
        @"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    )]
    public static partial Regex Escape();
}
