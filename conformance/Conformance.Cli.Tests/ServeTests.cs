using System.Net;
using System.Text.RegularExpressions;
using Conformance.Reference;

namespace Conformance.Cli.Tests;

public sealed partial class ServeTests
{
    [Fact]
    public async Task TheTargetRespondsUntilItIsStopped()
    {
        using var console = new RecordedConsole(new Dictionary<string, string>());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var up = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var noticing = new NoticingWriter("listens on", () => up.TrySetResult(""));
        var terminal = console.Terminal with { Out = Terminal.Console(noticing, isRedirected: true) };
        var serving = CommandLine.Run(["serve", "--port", "0"], terminal, stop.Token);
        await up.Task.WaitAsync(TestContext.Current.CancellationToken);
        var url = Url().Match(noticing.ToString()).Value;
        using var client = new HttpClient();
        using var response = await client.GetAsync(
            new Uri(url + "workflow-definitions/none"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(HttpVersion.Version20, await VersionOfResponse(client, url));
        await stop.CancelAsync();
        Assert.Equal(0, await serving);
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            client.GetAsync(new Uri(url), TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task APortThatIsTakenIsRefused()
    {
        await using var other = await ReferenceServer.StartAsync(
            new ReferenceOptions(),
            TestContext.Current.CancellationToken
        );
        var port = other.BaseAddress.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var call = await Calls.Run("serve", "--port", port);
        Assert.Equal(2, call.ExitCode);
        Assert.Contains("choose another --port", Assert.Single(call.ErrorLines));
    }

    /// <summary>HTTP/2 with prior knowledge, as clients speak it that are told of a URL without TLS.</summary>
    private static async Task<Version> VersionOfResponse(HttpClient client, string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.Version;
    }

    [GeneratedRegex("http://[^ ]+")]
    private static partial Regex Url();
}
