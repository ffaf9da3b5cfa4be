using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Conformance.Contracts.Tests.PublishedVerifier;

/// <summary>
/// Pact's published verifier, of npm's package <c>@pact-foundation/pact-cli</c>; installed beside the test program, and only
/// when the lock file has changed since.
/// </summary>
public sealed class Verifier : IAsyncLifetime
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(5);
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "PublishedVerifier");
    private static readonly string Program = Path.Combine(Folder, "node_modules", ".bin", "pact");

    private string? _whyNot;

    public async ValueTask InitializeAsync() => _whyNot = await WhyNotInstalled();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Which interactions of a pact it found to be kept to, by description.</summary>
    public async Task<ImmutableSortedDictionary<string, bool>> Verify(
        string file,
        string provider,
        Uri target,
        Uri states
    )
    {
        if (_whyNot is not null && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(_whyNot);
        Assert.SkipWhen(_whyNot is not null, _whyNot ?? "");
        using var folder = new TemporaryFolder();
        var results = Path.Combine(folder.Path, "results.json");
        var port = target.Port.ToString(CultureInfo.InvariantCulture);
        var run = await Run(
            Program,
            ["verifier", "-f", file, "--hostname", target.Host, "--port", port, "--provider-name", provider],
            ["--state-change-url", states.AbsoluteUri, "--no-colour", "-j", results]
        );
        Assert.True(File.Exists(results), run.Text);
        using var read = JsonDocument.Parse(
            await File.ReadAllTextAsync(results, TestContext.Current.CancellationToken)
        );
        return read
            .RootElement.GetProperty("interactionResults")
            .EnumerateArray()
            .ToImmutableSortedDictionary(
                r => r.GetProperty("description").GetString()!,
                r => r.GetProperty("result").GetString() == "OK",
                StringComparer.Ordinal
            );
    }

    private static async Task<string?> WhyNotInstalled()
    {
        var locked = await File.ReadAllTextAsync(Path.Combine(Folder, "package-lock.json"));
        var installed = Path.Combine(Folder, "node_modules", ".locked");
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed) == locked)
            return null;
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        try
        {
            var run = await Run(npm, "ci --ignore-scripts --no-audit --no-fund --prefer-offline".Split(' '));
            if (run.ExitCode != 0)
                return $"expected npm to install Pact's verifier, got {run.Text}; let npm reach its registry";
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return $"expected npm on the search path: {e.Message}; install Node 20 or later";
        }
        await File.WriteAllTextAsync(installed, locked);
        return null;
    }

    private static async Task<(int ExitCode, string Text)> Run(string program, params string[][] arguments)
    {
        var start = new ProcessStartInfo(program, arguments.SelectMany(a => a))
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PACT_DO_NOT_TRACK"] = "true" },
        };
        using var process = Process.Start(start)!;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(Deadline);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(stop.Token);
            var errors = process.StandardError.ReadToEndAsync(stop.Token);
            await process.WaitForExitAsync(stop.Token);
            return (process.ExitCode, $"{await output}{await errors}");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
