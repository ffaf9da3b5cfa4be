using System.Runtime.CompilerServices;

namespace Conformance.Contracts.Tests;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Checkout
{
    /// <summary>A path below the folder <c>conformance</c>.</summary>
    public static string File(string path) => Path.GetFullPath(Path.Combine(Here(), "..", path));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
