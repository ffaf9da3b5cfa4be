using System.Diagnostics;
using System.Globalization;
using Conformance.Contracts.Provider;

namespace Conformance.Contracts.Tests.Provider;

/// <summary>A task that nobody waits for any more, in a process that goes on with it.</summary>
public sealed class GivenUpTaskTests
{
    private static readonly VerifierTask Asked = new(
        "{}",
        "p",
        new("http://127.0.0.1:1/"),
        new("http://127.0.0.1:1/s")
    );

    [Fact]
    public async Task ItsProcessEndsOnceItHasNoOtherTask()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the process is a script for a shell");
        using var folder = new TemporaryFolder();
        var starts = 0;
        await using var process = new VerifierProcess(handle =>
        {
            starts++;
            return AnswersTheSecond(folder.Path, handle);
        });
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var first = process.Verify(Asked, end.Token);
        var second = process.Verify(Asked, Cancel);
        using var running = await Started(folder.Path);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.False(running.HasExited);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "go"), "", Cancel);
        Assert.Equal(new VerifierAnswer(0, "done"), await second);
        await running.WaitForExitAsync(Cancel);
        Assert.Equal(1, starts);
    }

    [Fact]
    public async Task AnotherTaskGetsAnotherProcess()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the process is a script for a shell");
        var starts = 0;
        await using var process = new VerifierProcess(_ =>
        {
            starts++;
            return new ProcessStartInfo("sleep", "600");
        });
        for (var i = 1; i <= 2; i++)
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            var given = process.Verify(Asked, end.Token);
            await end.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
            Assert.Equal(i, starts);
        }
    }

    private static ProcessStartInfo AnswersTheSecond(string folder, string handle) =>
        new(
            "sh",
            [
                "-c",
                $$$"""
                read first; read second
                echo $$ > '{{{folder}}}/new'; mv '{{{folder}}}/new' '{{{folder}}}/pid'
                while [ ! -e '{{{folder}}}/go' ]; do sleep 0.05; done
                echo '{"Id":2,"Answer":{"Code":0,"Json":"done"}}' > /dev/fd/{{{handle}}}
                exec sleep 600
                """,
            ]
        );

    private static async Task<Process> Started(string folder)
    {
        var file = Path.Combine(folder, "pid");
        while (!File.Exists(file))
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
        return Process.GetProcessById(
            int.Parse(await File.ReadAllTextAsync(file, Cancel), CultureInfo.InvariantCulture)
        );
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
