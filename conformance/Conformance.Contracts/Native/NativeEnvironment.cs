using System.Runtime.InteropServices;

namespace Conformance.Contracts.Native;

/// <summary>
/// The environment that Pact's library sees. On Unix .NET keeps an environment of its own, which native code doesn't see;
/// so libc's is set.
/// </summary>
internal static partial class NativeEnvironment
{
    private const string DoNotTrack = "PACT_DO_NOT_TRACK";

    /// <summary>
    /// Pact reports its use to its makers unless it is told not to. Switches that off, for this process and for those that
    /// it starts. Before Pact's first call.
    /// </summary>
    public static void SendNoStatistics()
    {
        Environment.SetEnvironmentVariable(DoNotTrack, "true");
        Set(DoNotTrack, "true");
    }

    /// <summary>What native code sees; null where it sees nothing.</summary>
    public static string? Get(string name) =>
        OperatingSystem.IsWindows()
            ? Environment.GetEnvironmentVariable(name)
            : Marshal.PtrToStringUTF8(GetNative(name));

    /// <summary>Sets what native code sees. While other native code reads its environment, that is no safe thing to do.</summary>
    public static void Set(string name, string value)
    {
        if (OperatingSystem.IsWindows())
            Environment.SetEnvironmentVariable(name, value);
        else
            _ = SetNative(name, value, overwrite: 1);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetNative(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetNative(string name);
}
