using System.Runtime.InteropServices;

namespace Conformance.Contracts.Native;

/// <summary>A file of a published package.</summary>
/// <param name="Platform">The package's suffix: <c>linux-x64-glibc</c>.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Digest">Its SHA-256 in hexadecimal.</param>
internal sealed record PactFile(string Platform, string Name, string Digest);

/// <summary>The files of npm's <c>@pact-foundation/pact-core-PLATFORM</c>, in the version that <c>package.json</c> names.</summary>
internal static class PactDigests
{
    /// <summary>The version that the digests are of.</summary>
    public const string Version = "20.2.0";

    /// <summary>One file for each platform.</summary>
    public static ImmutableArray<PactFile> All { get; } =
    [
        new("darwin-arm64", "libpact_ffi.dylib", "b4c7de006fb4b8e1afa157054df50c1d3c4ce5b9720dfd496f9acc83a3f89de7"),
        new("darwin-x64", "libpact_ffi.dylib", "02ed60fffce212abd11c98f78d7c746628ffa71ba5399401e3ef538ee879da17"),
        new("linux-arm64-glibc", "libpact_ffi.so", "817af07c34b361aeccd7fb4903a702396e4582b3aac98f7cff718eca2457b7e2"),
        new(
            "linux-arm64-musl",
            "libpact_ffi_musl.so",
            "89771b46b0e22e4a2e0f320e779ff80f55d9d65e1b5138ef8f71f6bcb7750b9e"
        ),
        new("linux-x64-glibc", "libpact_ffi.so", "f7ffaa50e2a1cba232e65ab8d089a06e9a95f7780582201c723553d52145a5e9"),
        new(
            "linux-x64-musl",
            "libpact_ffi_musl.so",
            "3219587cef2204264e3eb5c6912325c0f3740e944043ca01a584351cdd312923"
        ),
        new("windows-x64", "pact_ffi.dll", "baa04ec4759ba22e51de5b4088978befd183fe19bd45cd6c1ae221b00e3b5181"),
    ];

    /// <summary>The names and digests of what can run here, the likelier first; empty where nothing is published.</summary>
    public static ImmutableArray<(string Name, string Digest)> ForThisPlatform { get; } =
    [.. Platforms().SelectMany(platform => All.Where(f => f.Platform == platform)).Select(f => (f.Name, f.Digest))];

    private static IEnumerable<string> Platforms()
    {
        var processor = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 => "arm64",
            var other => other.ToString(),
        };
        if (OperatingSystem.IsWindows())
            return [$"windows-{processor}"];
        if (OperatingSystem.IsMacOS())
            return [$"darwin-{processor}"];
        // npm brings the one that fits; an old one brings both.
        return IsMusl
            ? [$"linux-{processor}-musl", $"linux-{processor}-glibc"]
            : [$"linux-{processor}-glibc", $"linux-{processor}-musl"];
    }

    private static bool IsMusl => Array.Exists(["musl", "alpine"], RuntimeInformation.RuntimeIdentifier.Contains);
}
