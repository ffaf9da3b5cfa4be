namespace Conformance.Reference.Pennsieve;

/// <summary>
/// Delivers webhooks at least once, as far as a bounded number of attempts goes: what got no response or a 5xx is sent
/// again, the body unchanged (interpretation R20).
/// </summary>
internal sealed class WebhookSender : IDisposable
{
    private readonly PennsieveBehaviour behaviour;
    private readonly PennsieveOptions options;
    private readonly WebhookSigner signer;
    private readonly HttpClient client;

    public WebhookSender(PennsieveBehaviour behaviour, PennsieveOptions options, WebhookSigner signer)
    {
        this.behaviour = behaviour;
        this.options = options;
        this.signer = signer;
        client = new HttpClient(options.NewCallbackHandler()) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Ends when the webhook is delivered or given up.</summary>
    /// <exception cref="OperationCanceledException">The server ends.</exception>
    public async Task SendAsync(Webhook webhook, CancellationToken stop)
    {
        var pause = options.CallbackBackoff;
        for (var attempt = 1; ; attempt++, pause *= 2)
        {
            var status = await AttemptAsync(webhook, stop);
            if (behaviour.IsDelivered(status) || attempt >= options.CallbackAttempts)
                return;
            await Task.Delay(pause, signer.Time, stop);
        }
    }

    public void Dispose() => client.Dispose();

    /// <summary>The status of the response, or null when none came in time.</summary>
    private async Task<int?> AttemptAsync(Webhook webhook, CancellationToken stop)
    {
        if (NeverResolves(webhook.Url.Host))
            return null;
        using var deadline = new CancellationTokenSource(options.CallbackTimeout, signer.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, deadline.Token);
        using var request = Request(webhook);
        try
        {
            using var response = await client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                either.Token
            );
            return (int)response.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || !stop.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Names in <c>.invalid</c> lead nowhere (RFC 6761 §6.4), so that no name server is asked about them.</summary>
    private static bool NeverResolves(string host) =>
        host.TrimEnd('.').EndsWith(".invalid", StringComparison.OrdinalIgnoreCase);

    private HttpRequestMessage Request(Webhook webhook)
    {
        var request = new HttpRequestMessage(new HttpMethod(webhook.Method), webhook.Url)
        {
            Content = new ReadOnlyMemoryContent(webhook.Body),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", webhook.ContentType);
        request.Headers.TryAddWithoutValidation("Host", webhook.Host);
        foreach (var (name, value) in behaviour.Sign(webhook, signer))
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}
