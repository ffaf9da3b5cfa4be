using System.Runtime.CompilerServices;

namespace Conformance.HostileTargets.Tests;

/// <summary>The files of the checkout that these tests were built from.</summary>
internal static class Checkout
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static string At(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
