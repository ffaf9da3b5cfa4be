using System.Runtime.InteropServices;

namespace Conformance.Contracts.Native;

/// <summary>
/// Pact's verifier reads every certificate that the machine trusts, for each interaction anew, though it speaks plain HTTP
/// to the relay alone. It is shown a single one, for which nobody has the key.
/// </summary>
internal static partial class TrustedCertificates
{
    private const string FileName = "nobody.pem";

    /// <summary>Says so to all native code of this process.</summary>
    public static void ShowNone()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "certificates");
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
            return;
        Say("SSL_CERT_FILE", file);
        Say("SSL_CERT_DIR", folder);
    }

    private static void Say(string name, string value)
    {
        if (OperatingSystem.IsWindows())
            Environment.SetEnvironmentVariable(name, value);
        else
            // What .NET sets, no native code sees.
            _ = SetVariable(name, value, 1);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
