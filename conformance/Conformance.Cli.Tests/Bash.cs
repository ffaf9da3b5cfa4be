using System.Diagnostics;

namespace Conformance.Cli.Tests;

/// <summary>The real shell.</summary>
internal static class Bash
{
    private const string Path = "/bin/bash";

    /// <summary>The words that the shell makes of a command line.</summary>
    public static string[] Words(string commandLine)
    {
        var (exitCode, output) = Run("-c", $"printf '%s\\n' {commandLine}");
        Assert.Equal(0, exitCode);
        return output.TrimEnd('\n').Split('\n');
    }

    /// <summary>Runs the shell with these arguments and without input.</summary>
    public static (int ExitCode, string Out) Run(params string[] args)
    {
        Assert.SkipUnless(File.Exists(Path), $"this machine has no {Path}");
        var start = new ProcessStartInfo(Path, args) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["CONFORMANCE_NO_BUILD"] = "1";
        using var bash = Process.Start(start)!;
        bash.StandardInput.Close();
        var output = bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();
        return (bash.ExitCode, output);
    }
}
