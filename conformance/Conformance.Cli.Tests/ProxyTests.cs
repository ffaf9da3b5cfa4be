using System.Diagnostics;
using Conformance.Engine.Tests.Http;
using Conformance.Reference;
using Conformance.Reports;
using Conformance.Reports.Formats;

namespace Conformance.Cli.Tests;

/// <summary>Targets behind a proxy, as the environment or the configuration names it.</summary>
public sealed class ProxyTests
{
    private const string Smallest = "nova-act/CreateWorkflowRun/modelId/required/rejected";
    private const string Elsewhere = "http://target.test/";

    [Theory]
    [InlineData("HTTP_PROXY", "")]
    [InlineData("http_proxy", "http://")]
    [InlineData("ALL_PROXY", "socks5://")]
    public async Task TheEnvironmentsProxyLeadsToATargetElsewhere(string variable, string scheme)
    {
        using var scratch = new Scratch();
        await using var server = await Reference();
        await using var proxy = new LoopbackProxy(server.BaseAddress) { IsSocks = scheme.StartsWith("socks") };
        var call = await Run(scratch, new() { [variable] = scheme + proxy.Authority }, Elsewhere);
        Assert.True(call.ExitCode == 0, call.Out + call.Error);
        Assert.All(proxy.Asked, asked => Assert.Equal("target.test:80", asked));
        Assert.NotEmpty(proxy.Asked);
        Assert.Empty(proxy.AskedOtherwise);
        Assert.Contains(
            (await Report(scratch)).Notes,
            note => note.EndsWith($"{proxy.Authority} of {variable}.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task NoProxyLeadsToATargetOnThisMachineUnlessItIsNamed()
    {
        using var scratch = new Scratch();
        await using var server = await Reference();
        await using var proxy = new LoopbackProxy(server.BaseAddress);
        var environment = new Dictionary<string, string> { ["HTTP_PROXY"] = proxy.Authority };
        Assert.Equal(0, (await Run(scratch, environment, $"{server.BaseAddress}")).ExitCode);
        Assert.Empty(proxy.Asked);
        var config = scratch.Write("c.yaml", $"connection: {{ proxy: 'http://{proxy.Authority}' }}");
        Assert.Equal(0, (await Run(scratch, [], $"{server.BaseAddress}", "--config", config)).ExitCode);
        Assert.NotEmpty(proxy.Asked);
    }

    [Fact]
    public async Task AProxysPasswordIsGivenToItAndWrittenNowhere()
    {
        using var scratch = new Scratch();
        await using var server = await Reference();
        await using var proxy = new LoopbackProxy(server.BaseAddress) { Credentials = "me:s3cr3t-pass" };
        var environment = new Dictionary<string, string> { ["MINE"] = $"http://me:s3cr3t-pass@{proxy.Authority}" };
        var config = scratch.Write("c.yaml", "connection: { proxy: { env: MINE } }");
        var call = await Run(scratch, environment, Elsewhere, "--config", config);
        Assert.True(call.ExitCode == 0, call.Out + call.Error);
        Assert.NotEmpty(proxy.Asked);
        Assert.DoesNotContain("s3cr3t-pass", call.Out + call.Error, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(scratch.At("out")))
            Assert.DoesNotContain(
                "s3cr3t-pass",
                await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken),
                StringComparison.Ordinal
            );
    }

    [Fact]
    public async Task AProxyThatRejectsLeavesTheTargetInconclusiveAndIsNamed()
    {
        using var scratch = new Scratch();
        await using var proxy = new LoopbackProxy(new("http://127.0.0.1:1")) { Rejection = "HTTP/1.1 403 Forbidden" };
        var call = await Run(scratch, new() { ["HTTP_PROXY"] = proxy.Authority }, Elsewhere);
        Assert.Equal(3, call.ExitCode);
        Assert.Contains($"the proxy http://{proxy.Authority} rejects a tunnel to target.test (403)", call.Out);
        Assert.Contains($"requests go through the proxy http://{proxy.Authority} of HTTP_PROXY", call.Out);
    }

    [Theory]
    [InlineData("{}", "", "since the target is on this machine")]
    [InlineData("{ connection: { proxy: none } }", "", "since connection.proxy says none")]
    public async Task WhereATargetIsOutOfReachAProxyThatIsNotUsedIsNamed(
        string configuration,
        string noProxy,
        string says
    )
    {
        using var scratch = new Scratch();
        var environment = new Dictionary<string, string>
        {
            ["ALL_PROXY"] = "http://127.0.0.1:9",
            ["NO_PROXY"] = noProxy,
        };
        var config = scratch.Write("c.yaml", configuration);
        var call = await Run(scratch, environment, "http://127.0.0.1:1", "--config", config);
        Assert.Equal(3, call.ExitCode);
        Assert.Contains($"the proxy of ALL_PROXY is not used, {says}", call.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://me:s3cr3t@proxy", "speaks to proxies in http and socks5 alone")]
    [InlineData("http://me:s3cr3t@proxy:0", "has port 0")]
    [InlineData("http://me:s3cr3t@proxy:99999", "is not a valid URL of a proxy")]
    [InlineData("http://me:s3cr3t\n@proxy", "names no proxy that can be used")]
    public async Task AVariableThatNamesNoProxyIsRefused(string proxy, string says)
    {
        using var scratch = new Scratch();
        var line = await Calls.Refusal(
            new Dictionary<string, string> { ["HTTP_PROXY"] = proxy },
            "--target",
            Elsewhere,
            "--only",
            Smallest,
            "--out",
            scratch.At("out")
        );
        Assert.Contains("the environment variable HTTP_PROXY", line, StringComparison.Ordinal);
        Assert.Contains(says, line, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContractsAreVerifiedThroughAProxyAndTheVerifierAsksItForNothing()
    {
        using var scratch = new Scratch();
        await using var server = await Reference();
        await using var proxy = new LoopbackProxy(server.BaseAddress);
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        // The verifier is a process of its own, with the environment of this one.
        foreach (var variable in (string[])["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
            info.Environment[variable] = $"http://{proxy.Authority}";
        info.Environment["CONFORMANCE_REQUEST_TIMEOUT_SECONDS"] = Calls.RequestTimeoutSeconds;
        foreach (
            var argument in (string[])
                [
                    typeof(CommandLine).Assembly.Location,
                    "contracts",
                    "--api",
                    "nova-act",
                    "--target",
                    Elsewhere,
                    "--out",
                    scratch.At("out"),
                ]
        )
            info.ArgumentList.Add(argument);
        using var process = Process.Start(info)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var report = await Report(scratch);
        Assert.True(report.Verdicts.All(v => v.Outcome == Outcome.Passed), await output + error);
        Assert.All(proxy.Asked, asked => Assert.Equal("target.test:80", asked));
        Assert.Empty(proxy.AskedOtherwise);
    }

    private static Task<ReferenceServer> Reference() =>
        ReferenceServer.StartAsync(new ReferenceOptions(), TestContext.Current.CancellationToken);

    private static Task<Call> Run(
        Scratch scratch,
        Dictionary<string, string> environment,
        string target,
        params string[] more
    ) => Calls.Run(environment, ["--target", target, "--only", Smallest, "--out", scratch.At("out"), .. more]);

    private static Task<RunReport> Report(Scratch scratch) =>
        ResultsJson.ReadFile(scratch.At("out/results.json"), TestContext.Current.CancellationToken);
}
