using Conformance.Engine.Http;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Conformance.Engine.Tests.Http;

public sealed class RequestTargetTests : IAsyncDisposable
{
    private readonly Loopback target = Loopback.Listening();
    private readonly ITransport transport = Way.RestSharp.Open();

    [Theory]
    [InlineData(Way.RestSharp, "/a/../b/./c")]
    [InlineData(Way.RestSharp, "/%zz/%41/%2F/%")]
    [InlineData(Way.RestSharp, "//a///b\\c")]
    [InlineData(Way.RestSharp, "/a?b=%zz&c=+&&=#d")]
    [InlineData(Way.RestSharp, "/[a]{b}|\"<>^`")]
    [InlineData(Way.RawSocket, "/a b\tc")]
    public async Task ATargetIsSentAsItStands(Way way, string path)
    {
        var exchange = await way.Send(target.Url, Requests.Get with { Target = path });
        Assert.StartsWith($"GET {path} HTTP/1.1\r\n", Assert.Single(target.Requests), StringComparison.Ordinal);
        Assert.Equal(target.Url.GetLeftPart(UriPartial.Authority) + path, exchange.Request.Url);
    }

    [Property(MaxTest = 200)]
    public Property AnyTargetOfVisibleCharactersIsSentAsItStands() =>
        Prop.ForAll(
            Arb.From(Gen.Choose('!', '~').Select(code => (char)code).ListOf().Select(c => "/" + string.Concat(c))),
            async path =>
            {
                await transport.Send(target.Url, Requests.Get with { Target = path }, CancellationToken.None);
                return target.Requests.Last().StartsWith($"GET {path} HTTP/1.1\r\n", StringComparison.Ordinal);
            }
        );

    public ValueTask DisposeAsync()
    {
        transport.Dispose();
        return target.DisposeAsync();
    }
}
