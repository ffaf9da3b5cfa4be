using System.Net;
using System.Text.RegularExpressions;
using Conformance.Contracts.Provider;

namespace Conformance.Cli.Tests.Contracts;

public sealed partial class RelayTests
{
    [Fact]
    public async Task StatesAreBroughtAboutAndRequestsSignedUntilItIsStopped()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var console = new RecordedConsole(new Dictionary<string, string>());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var up = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var noticing = new NoticingWriter("brought about at", () => up.TrySetResult());
        var terminal = console.Terminal with { Out = Terminal.Console(noticing, isRedirected: true) };
        var relaying = CommandLine.Run(["relay", "nova-act", "--port", "0"], terminal, stop.Token);
        await up.Task.WaitAsync(cancel);
        var url = Url().Match(noticing.ToString()).Groups[1].Value;
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        using var state = new StringContent("""{"action":"setup","state":"a workflow definition exists"}""");
        using var given = await client.PostAsync(new Uri(Relay.StatePath, UriKind.Relative), state, cancel);
        var name = Name().Match(await given.Content.ReadAsStringAsync(cancel)).Groups[1].Value;
        using var found = await client.GetAsync(new Uri($"workflow-definitions/{name}", UriKind.Relative), cancel);
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        await stop.CancelAsync();
        Assert.Equal(0, await relaying);
    }

    [GeneratedRegex("listens on (http://[^ ]+)")]
    private static partial Regex Url();

    [GeneratedRegex("\"workflowDefinitionName\":\"([^\"]+)\"")]
    private static partial Regex Name();
}
