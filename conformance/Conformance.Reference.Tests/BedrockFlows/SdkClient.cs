using System.Text.Json;

namespace Conformance.Reference.Tests.BedrockFlows;

/// <summary>
/// The service's own client, of npm's package <c>@aws-sdk/client-bedrock-agent-runtime</c>; installed beside the test
/// program, and only when the lock file has changed since.
/// </summary>
public sealed class SdkClient : IAsyncLifetime
{
    private const int OldestNode = 20;
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "BedrockFlows", "Client");
    private string? whyNot;

    public async ValueTask InitializeAsync() => whyNot = await WhyNoNodeAsync() ?? await WhyNotInstalledAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>
    /// What the client saw of each of these flows over <c>http/1.1</c>, or over <c>h2</c>, its default. Where it can't be had, the test is skipped; but in continuous
    /// integration it fails, because there the client has to be had.
    /// </summary>
    public async Task<IReadOnlyList<JsonElement>> InvokeAsync(
        Uri endpoint,
        string protocol,
        string documentJson,
        params IEnumerable<(string Flow, string Alias)> invocations
    )
    {
        if (whyNot is not null && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(whyNot);
        Assert.SkipWhen(whyNot is not null, whyNot ?? "");
        var identifiers = invocations.SelectMany(i => (string[])[i.Flow, i.Alias]);
        string[] arguments = ["invoke.mjs", $"{endpoint}", protocol, documentJson, .. identifiers];
        var run = await ProgramRun.OfAsync(Folder, "node", arguments);
        Assert.Null(run.Complaint);
        return
        [
            .. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)),
        ];
    }

    private static async Task<string?> WhyNoNodeAsync()
    {
        var run = await ProgramRun.OfAsync(Folder, "node", "--version");
        return Version.TryParse(run.Output.Trim().TrimStart('v'), out var version) && version.Major >= OldestNode
            ? null
            : $"expected Node.js {OldestNode} or later on the search path, got {run.Complaint ?? run.Output}; install it";
    }

    private static async Task<string?> WhyNotInstalledAsync()
    {
        var locked = await File.ReadAllTextAsync(Path.Combine(Folder, "package-lock.json"));
        var installed = Path.Combine(Folder, "node_modules", ".locked");
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed) == locked)
            return null;
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var arguments = "ci --ignore-scripts --no-audit --no-fund --prefer-offline".Split(' ');
        if ((await ProgramRun.OfAsync(Folder, npm, arguments)).Complaint is { } complaint)
            return $"expected npm to install the AWS SDK for JavaScript, got {complaint}; let npm reach its registry";
        await File.WriteAllTextAsync(installed, locked);
        return null;
    }
}
