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
            return RespondsToTheThird(folder.Path, handle);
        });
        var id = (await process.Verify(Asked, Cancel)).Json!;
        using var running = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var given = process.Verify(Asked, end.Token);
        var other = process.Verify(Asked, Cancel);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        Assert.False(running.HasExited);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "go"), "", Cancel);
        Assert.Equal(new VerifierResponse(0, "done"), await other);
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

    private static ProcessStartInfo RespondsToTheThird(string folder, string handle) =>
        new(
            "sh",
            [
                "-c",
                $$$"""
                say() { echo "{\"Id\":$1,\"Response\":{\"Code\":0,\"Json\":\"$2\"}}" > /dev/fd/{{{handle}}}; }
                read first; say 1 $$
                read second; read third
                while [ ! -e '{{{folder}}}/go' ]; do sleep 0.05; done
                say 3 done
                exec sleep 600
                """,
            ]
        );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
