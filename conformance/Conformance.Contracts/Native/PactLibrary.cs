using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Conformance.Contracts.Native;

/// <summary>Pact's own native library, <c>pact_ffi</c>: either it is there and is the one that was published, or it can't be used.</summary>
public abstract record PactLibrary
{
    /// <summary>The name that imports use.</summary>
    internal const string ImportName = "pact_ffi";

    private static readonly Lazy<PactLibrary> AtHand = new(() => Load(AppContext.BaseDirectory));

    private PactLibrary() { }

    /// <summary>The library is loaded.</summary>
    /// <param name="Path">The file.</param>
    public sealed record Found(string Path) : PactLibrary;

    /// <summary>There is nothing that could be loaded.</summary>
    /// <param name="Reason">Why not, and what to do, in words.</param>
    public sealed record Missing(string Reason) : PactLibrary;

    /// <summary>
    /// The library beside the program. The first call loads it, and sees to it that it sends no usage statistics; nothing
    /// native may be called before.
    /// </summary>
    public static PactLibrary Find() => AtHand.Value;

    /// <summary>The library in a folder, held against the published digests; nothing is loaded.</summary>
    /// <param name="folder">Where the program stands.</param>
    internal static PactLibrary In(string folder)
    {
        if (PactDigests.ForThisPlatform is not { IsEmpty: false } published)
            return new Missing(
                $"Pact publishes no native library for {RuntimeInformation.RuntimeIdentifier}; run the contracts on another platform"
            );
        var strangers = new List<string>();
        foreach (var (name, digest) in published)
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path))
                continue;
            if (DigestOf(path) == digest)
                return new Found(path);
            strangers.Add($"{path} is not the published file (expected SHA-256 {digest}); delete it and build again");
        }
        return new Missing(
            strangers.Count > 0
                ? string.Join("; ", strangers)
                : $"Pact's native library is not there (expected {published[0].Name} in {folder}); install Node 20 with npm and build again"
        );
    }

    private static PactLibrary Load(string folder)
    {
        var library = In(folder);
        if (library is not Found(var path))
            return library;
        NativeEnvironment.SendNoStatistics();
        if (!NativeLibrary.TryLoad(path, out var handle))
            return new Missing($"{path} can't be loaded on this system; it needs glibc 2.18 or later, or musl");
        NativeLibrary.SetDllImportResolver(
            Assembly.GetExecutingAssembly(),
            (name, _, _) => name == ImportName ? handle : nint.Zero
        );
        return library;
    }

    private static string DigestOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
