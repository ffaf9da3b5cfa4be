using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Suite.Tests.Http;

public sealed class RequestTargetTests
{
    [Theory]
    [InlineData(Way.RestSharp, "/a/../b/./c")]
    [InlineData(Way.RestSharp, "/%zz/%41/%2F/%")]
    [InlineData(Way.RestSharp, "//a///b\\c")]
    [InlineData(Way.RestSharp, "/a?b=%zz&c=+&&=#d")]
    [InlineData(Way.RestSharp, "/[a]{b}|\"<>^`")]
    [InlineData(Way.RawSocket, "/a b\tc")]
    public async Task ATargetIsSentAsItStands(Way way, string path)
    {
        await using var target = Loopback.Listening();
        var exchange = await way.Send(target.Url, Requests.Get with { Target = path });
        Assert.StartsWith($"GET {path} HTTP/1.1\r\n", Assert.Single(target.Requests), StringComparison.Ordinal);
        Assert.Equal(target.Url.GetLeftPart(UriPartial.Authority) + path, exchange.Request.Url);
    }

    [Fact]
    public async Task AnyTargetOfVisibleCharactersIsSentAsItStands()
    {
        await using var target = Loopback.Listening();
        using var transport = Way.RestSharp.Open();
        var visible = Gen.Choose('!', '~').Select(code => (char)code);
        var targets = visible.ListOf().Select(characters => "/" + string.Concat(characters));
        var arrivesUnchanged = Prop.ForAll(
            Arb.From(targets),
            async path =>
            {
                await transport.Send(target.Url, Requests.Get with { Target = path }, CancellationToken.None);
                return target.Requests.Last().StartsWith($"GET {path} HTTP/1.1\r\n", StringComparison.Ordinal);
            }
        );
        Check.One("any target", Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true), arrivesUnchanged);
    }
}
