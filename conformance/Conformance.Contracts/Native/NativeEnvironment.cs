using System.Runtime.InteropServices;

namespace Conformance.Contracts.Native;

/// <summary>
/// The environment that Pact's library sees. On Unix .NET keeps an environment of its own, which native code doesn't see;
/// so libc's is set.
/// </summary>
internal static partial class NativeEnvironment
{
    private const string DoNotTrack = "PACT_DO_NOT_TRACK";
    private const string Certificates = "SSL_CERT_DIR";
    private const string CertificatesFile = "SSL_CERT_FILE";

    /// <summary>
    /// Pact reports its use to its makers unless it is told not to. Switches that off, for this process and for those that
    /// it starts. Before Pact's first call.
    /// </summary>
    public static void SendNoStatistics()
    {
        Environment.SetEnvironmentVariable(DoNotTrack, "true");
        Set(DoNotTrack, "true");
    }

    /// <summary>
    /// Pact's verifier reads every certificate that the machine trusts, for each interaction anew, though it speaks plain
    /// HTTP to the relay alone. Shows it a single one, for which nobody has the key. For a process that only verifies:
    /// nothing in it trusts anybody from then on.
    /// </summary>
    public static void TrustNobody()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "certificates");
        var file = Path.Combine(folder, "nobody.pem");
        if (!File.Exists(file))
            return;
        Set(CertificatesFile, file);
        Set(Certificates, folder);
    }

    /// <summary>What native code sees; null where it sees nothing.</summary>
    public static string? Get(string name) =>
        OperatingSystem.IsWindows()
            ? Environment.GetEnvironmentVariable(name)
            : Marshal.PtrToStringUTF8(GetNative(name));

    private static void Set(string name, string value)
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
