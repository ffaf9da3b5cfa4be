namespace Conformance.XUnit.Tests.Targets;

/// <summary>Leads every request to a server, whatever host its URL names.</summary>
internal sealed class LeadsTo(Uri server) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    private static readonly UriCreationOptions AsItStands = new()
    {
        DangerousDisablePathAndQueryCanonicalization = true,
    };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
    {
        var written = request.RequestUri!.OriginalString;
        var path = written[written.IndexOf('/', "http://".Length)..];
        request.RequestUri = new Uri(server.GetLeftPart(UriPartial.Authority) + path, AsItStands);
        return base.SendAsync(request, stop);
    }
}

/// <summary>Can be reached through a handler only: no machine has a name that ends in <c>.invalid</c>.</summary>
internal sealed class BehindAHandler : Hosted
{
    private LeadsTo? handler;

    public override Uri? Url => new("http://in-process.invalid/");

    public override IReadOnlyList<string> Apis => ["nova-act"];

    public override HttpMessageHandler? Handler => handler;

    public override async ValueTask StartAsync(CancellationToken cancel)
    {
        await base.StartAsync(cancel);
        handler = new LeadsTo(Address!);
    }

    public override ValueTask DisposeAsync()
    {
        handler?.Dispose();
        return base.DisposeAsync();
    }
}

/// <summary>The wrong target, through a client.</summary>
internal sealed class BehindAClient : AcceptsTooLongName
{
    private HttpClient? client;

    public override Uri? Url => null;

    public override HttpClient? Client => client;

    public override async ValueTask StartAsync(CancellationToken cancel)
    {
        await base.StartAsync(cancel);
        client = new HttpClient(new LeadsTo(Address!)) { BaseAddress = new Uri("http://in-process.invalid/") };
    }

    public override ValueTask DisposeAsync()
    {
        client?.Dispose();
        return base.DisposeAsync();
    }
}
