using System.Runtime.CompilerServices;

namespace Conformance.Cli.Tests;

/// <summary>The files of the checkout that these tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Directory(), "..", ".."));

    public static string At(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    public static string Read(params ReadOnlySpan<string> parts) => File.ReadAllText(At(parts));

    private static string Directory([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
