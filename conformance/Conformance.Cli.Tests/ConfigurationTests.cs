using Conformance.Reference;

namespace Conformance.Cli.Tests;

public sealed class ConfigurationTests
{
    private const string Smallest = "nova-act/CreateWorkflowRun/modelId/required/rejected";

    [Theory]
    [InlineData("targets: http://127.0.0.1/", ":1:1: unknown key 'targets'; expected one of")]
    [InlineData("target: nowhere", ":1:9: 'nowhere' is not a valid URL")]
    [InlineData("apis:\n  nova:\n    url: http://127.0.0.1/", ":2:3: unknown API 'nova'")]
    [InlineData("apis:\n  nova-act:\n    auth: {}", "exactly one of sigv4 and header")]
    [InlineData("limits:\n  parallel: none", ":2:13: expected a whole number above 0 for parallel")]
    [InlineData("target: [", ": ")]
    public async Task AnInvalidFileIsRefusedWithItsLine(string text, string says)
    {
        using var scratch = new Scratch();
        var file = scratch.Write("conformance.yaml", text);
        var call = await Calls.Run("--config", file);
        Assert.Equal(2, call.ExitCode);
        var line = Assert.Single(call.ErrorLines);
        Assert.StartsWith($"conformance: {file}", line);
        Assert.Contains(says, line);
        Assert.Contains("see conformance/docs/configuration.md", line);
    }

    [Fact]
    public async Task AFileThatIsNotThereIsRefused()
    {
        var call = await Calls.Run("--config", "nowhere/conformance.yaml");
        Assert.Equal(2, call.ExitCode);
        Assert.Contains("nowhere/conformance.yaml: can't be read", Assert.Single(call.ErrorLines));
    }

    [Fact]
    public async Task ASecretThatIsNotSetIsAskedFor()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("c.yaml", "apis: { nova-act: { auth: { header: { value: { env: THE_TOKEN } } } } }");
        var call = await Calls.Run(
            "--config",
            file,
            "--target",
            "http://127.0.0.1:1",
            "--only",
            Smallest,
            "--out",
            scratch.Path
        );
        Assert.Equal(2, call.ExitCode);
        Assert.Contains("THE_TOKEN is not set; export it", Assert.Single(call.ErrorLines));
    }

    [Fact]
    public async Task AnEnvironmentVariableThatIsNoNumberIsRefused()
    {
        var environment = new Dictionary<string, string> { ["CONFORMANCE_PARALLEL"] = "many" };
        var call = await Calls.Run(environment, "--only", Smallest);
        Assert.Equal(2, call.ExitCode);
        Assert.Contains("CONFORMANCE_PARALLEL", Assert.Single(call.ErrorLines));
    }

    [Fact]
    public async Task ASecretIsInNoneOfTheFiles()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("c.yaml", "apis: { nova-act: { auth: { header: { value: { env: THE_TOKEN } } } } }");
        var environment = new Dictionary<string, string> { ["THE_TOKEN"] = "s3cr3t-and-long-enough" };
        var stop = TestContext.Current.CancellationToken;
        await using var server = await ReferenceServer.StartAsync(new ReferenceOptions(), stop);
        var target = server.BaseAddress.ToString();
        string[] arguments = ["--config", file, "--target", target, "--only", Smallest, "--out", scratch.Path];
        var call = await Calls.Run(environment, arguments);
        Assert.Equal(0, call.ExitCode);
        foreach (var written in Directory.EnumerateFiles(scratch.Path))
            Assert.DoesNotContain(
                "s3cr3t",
                await File.ReadAllTextAsync(written, TestContext.Current.CancellationToken)
            );
    }
}
