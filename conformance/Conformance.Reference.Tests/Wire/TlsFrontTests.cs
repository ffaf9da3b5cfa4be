using System.Net;
using System.Text;
using Conformance.Reference.Wire;

namespace Conformance.Reference.Tests.Wire;

public sealed class TlsFrontTests
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task BothVersionsOfHttpReachTheSameServer(string version)
    {
        await using var server = await ReferenceServer.StartAsync(new(), Emulator.Stop);
        await using var front = TlsFront.Before(server.BaseAddress, TimeProvider.System);
        using var trusting = new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null },
        };
        using var client = new HttpClient(trusting)
        {
            BaseAddress = front.BaseAddress,
            DefaultRequestVersion = Version.Parse(version),
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var body = new StringContent("""{"name":"one"}""", Encoding.UTF8, "application/json");
        using var response = await client.PutAsync(
            new Uri("workflow-definitions", UriKind.Relative),
            body,
            Emulator.Stop
        );
        Assert.Equal((HttpStatusCode.Created, version), (response.StatusCode, response.Version.ToString()));
        using var plain = new HttpClient { BaseAddress = server.BaseAddress };
        using var seen = await plain.GetAsync(new Uri("workflow-definitions/one", UriKind.Relative), Emulator.Stop);
        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
    }
}
