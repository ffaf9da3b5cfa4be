using System.Globalization;

namespace Conformance.Cli.Output;

/// <summary>So many of something, in words.</summary>
internal static class Plural
{
    /// <summary>The number and the noun, which takes an s where there is not exactly one.</summary>
    public static string Of(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
