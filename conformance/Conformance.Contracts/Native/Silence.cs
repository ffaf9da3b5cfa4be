using System.Runtime.InteropServices;

namespace Conformance.Contracts.Native;

/// <summary>
/// Pact reports its use to its makers unless the environment tells it not to. On Unix .NET keeps an environment of its
/// own, which native code doesn't see; so libc's is set.
/// </summary>
internal static partial class Silence
{
    private const string Variable = "PACT_DO_NOT_TRACK";

    /// <summary>Switches the statistics off, for this process and for those that it starts. Before Pact's first call.</summary>
    public static void Statistics()
    {
        Environment.SetEnvironmentVariable(Variable, "true");
        if (!OperatingSystem.IsWindows())
            _ = SetNative(Variable, "true", overwrite: 1);
    }

    /// <summary>What native code sees; null where it sees nothing.</summary>
    public static string? SeenByNativeCode() =>
        OperatingSystem.IsWindows()
            ? Environment.GetEnvironmentVariable(Variable)
            : Marshal.PtrToStringUTF8(GetNative(Variable));

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetNative(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetNative(string name);
}
