using System.Diagnostics;
using System.Runtime.InteropServices;
using Conformance.Contracts.Provider;

namespace Conformance.Cli.Contracts;

/// <summary>Starts this program once more, to verify contracts.</summary>
internal static class VerifierStart
{
    private const string DotNet = "dotnet";

    /// <summary>A process that is started when it is first needed.</summary>
    public static VerifierProcess Lazily() => new(Info);

    private static ProcessStartInfo Info(string handle)
    {
        var info = new ProcessStartInfo(Host()) { UseShellExecute = false };
        info.ArgumentList.Add(typeof(VerifierStart).Assembly.Location);
        info.ArgumentList.Add(VerifierCommand.Name);
        info.ArgumentList.Add(handle);
        return info;
    }

    /// <summary>The dotnet that runs this process, also where the process was started in another way.</summary>
    private static string Host()
    {
        var itself = Environment.ProcessPath;
        if (Path.GetFileNameWithoutExtension(itself) == DotNet)
            return itself!;
        // ROOT/shared/Microsoft.NETCore.App/VERSION/
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var host = Path.Combine(root, OperatingSystem.IsWindows() ? $"{DotNet}.exe" : DotNet);
        return File.Exists(host) ? host : DotNet;
    }
}
