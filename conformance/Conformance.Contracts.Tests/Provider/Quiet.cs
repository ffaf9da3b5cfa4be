using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Conformance.Contracts.Native;
using Conformance.Contracts.Provider;

namespace Conformance.Contracts.Tests.Provider;

/// <summary>
/// Pact's verifier in this process, with what it sees in a process of its own, and without what it writes to the standard
/// output: there the results of tests travel. .NET writes to a duplicate of the descriptor, made when the tests began.
/// </summary>
internal static class Quiet
{
    private const int StandardOutput = 1;
    private const int ForWriting = 1;

    private static readonly Lazy<bool> IsQuiet = new(Prepare);

    public static Task<VerifierResponse> Verify(VerifierTask task, CancellationToken cancel)
    {
        Assert.True(IsQuiet.Value);
        return VerifierThread.Verify(task, cancel);
    }

    private static bool Prepare()
    {
        foreach (var (name, value) in VerifierEnvironment.Variables)
            NativeEnvironment.Set(name, value);
        Console.Out.Flush();
        if (OperatingSystem.IsWindows())
            return true;
        var nowhere = Open("/dev/null", ForWriting);
        return nowhere >= 0 && Duplicate(nowhere, StandardOutput) == StandardOutput;
    }

    [SuppressMessage("Interoperability", "SYSLIB1054", Justification = "Generated code would need unsafe blocks here.")]
    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(string path, int flags);

    [SuppressMessage("Interoperability", "SYSLIB1054", Justification = "Generated code would need unsafe blocks here.")]
    [DllImport("libc", EntryPoint = "dup2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Duplicate(int from, int to);
}
