using System.Diagnostics;
using System.Globalization;

namespace Conformance.Cli.Tests.Processes;

/// <summary>The program in a process of its own, as its users have it.</summary>
internal sealed class Child : IDisposable
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly Task<string> _error;
    private readonly Task<string> _out;

    private Child(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        start.Environment["CONFORMANCE_NO_BUILD"] = "1";
        // The runtime's double mapping of code needs files larger than the limits of these tests.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _out = _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        _error = _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The program that these tests were built with, as words of a command.</summary>
    public static string[] Program { get; } = ["dotnet", Path.Combine(AppContext.BaseDirectory, "conformance.dll")];

    /// <summary>Starts a command that signals reach, however the tests were started: a shell ignores some in the background.</summary>
    public static Child Start(params string[] command)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals are sent by Linux's own commands");
        var start = new ProcessStartInfo("env");
        foreach (var word in (string[])["--default-signal=INT,TERM,PIPE", .. command])
            start.ArgumentList.Add(word);
        return new Child(start);
    }

    /// <summary>Starts a line of bash, in which <c>"$@"</c> is the program with these arguments.</summary>
    public static Child StartBash(string line, params string[] args) =>
        Start(["bash", "-c", line, "bash", .. Program, .. args]);

    /// <summary>Sends it a signal, such as <c>INT</c>.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-s", name, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>What it came to, once it has ended by itself.</summary>
    public async Task<Call> End()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Guard);
        return new Call(_process.ExitCode, await _out.WaitAsync(Guard), await _error.WaitAsync(Guard));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
