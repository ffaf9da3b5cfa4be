using System.Net;
using System.Text;
using Conformance.Reference.Wire;

namespace Conformance.Reference.Tests.Wire;

public sealed class FrontTests
{
    private static readonly Uri Definitions = new("workflow-definitions", UriKind.Relative);

    [Fact]
    public async Task WhatItPassesOnArrivesAsItWasSent()
    {
        var seen = new List<string>();
        await using var server = await Started();
        await using var front = Front.Before(
            server.BaseAddress,
            pass =>
            {
                seen.Add(pass.Request);
                return pass.PassOnAsync();
            }
        );
        using var client = new HttpClient { BaseAddress = front.BaseAddress };
        Assert.Equal(HttpStatusCode.Created, (await Create(client, "one")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Create(client, "one")).StatusCode);
        Assert.Equal(2, seen.Count);
        Assert.All(seen, request => Assert.EndsWith("{\"name\":\"one\"}", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatCameInChunksIsPutTogether()
    {
        var responded = "";
        await using var server = await Started();
        await using var front = Front.Before(
            server.BaseAddress,
            async pass =>
            {
                var (head, body) = await pass.ResponseAsync();
                responded = head;
                await pass.WriteAsync(head + body);
            }
        );
        using var client = new HttpClient { BaseAddress = front.BaseAddress };
        using var flow = new StringContent(
            """{"inputs":[{"content":{"document":"x"},"nodeName":"FlowInputNode"}]}""",
            Encoding.UTF8,
            "application/json"
        );
        var response = await client.PostAsync(
            new Uri("flows/ECHOFLOW01/aliases/TSTALIASID", UriKind.Relative),
            flow,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Content-Length: ", responded, StringComparison.Ordinal);
        Assert.DoesNotContain("chunked", responded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AResetEndsTheConnectionWithoutAResponse()
    {
        await using var server = await Started();
        await using var front = Front.Before(
            server.BaseAddress,
            pass =>
            {
                pass.Reset();
                return Task.CompletedTask;
            }
        );
        using var client = new HttpClient { BaseAddress = front.BaseAddress };
        await Assert.ThrowsAsync<HttpRequestException>(() => Create(client, "one"));
    }

    [Fact]
    public async Task WhatIsPutInPlaceOfARequestArrivesInstead()
    {
        await using var server = await Started();
        await using var front = Front.Before(
            server.BaseAddress,
            pass => pass.PassOnAsync(pass.Request.Replace("one", "two", StringComparison.Ordinal))
        );
        using var client = new HttpClient { BaseAddress = front.BaseAddress };
        Assert.Equal(HttpStatusCode.Created, (await Create(client, "one")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Create(client, "two")).StatusCode);
    }

    [Fact]
    public async Task WhoAsksBeforeTheBodyIsToldToContinueAndGetsTheResponse()
    {
        await using var server = await Started();
        await using var front = Front.Before(server.BaseAddress, pass => pass.PassOnAsync());
        // Whoever is not told to continue waits here until the test is given up.
        using var patient = new SocketsHttpHandler { Expect100ContinueTimeout = Timeout.InfiniteTimeSpan };
        using var client = new HttpClient(patient) { BaseAddress = front.BaseAddress };
        client.DefaultRequestHeaders.ExpectContinue = true;
        Assert.Equal(HttpStatusCode.Created, (await Create(client, "one")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Create(client, "one")).StatusCode);
    }

    private static Task<ReferenceServer> Started() =>
        ReferenceServer.StartAsync(new ReferenceOptions(), TestContext.Current.CancellationToken);

    private static async Task<HttpResponseMessage> Create(HttpClient client, string name)
    {
        using var body = new StringContent($$"""{"name":"{{name}}"}""", Encoding.UTF8, "application/json");
        return await client.PutAsync(Definitions, body, TestContext.Current.CancellationToken);
    }
}
