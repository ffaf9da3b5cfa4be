using Conformance.Engine.Http;

namespace Conformance.Engine.Tests.Http;

public sealed class ProxyServerTests
{
    [Theory]
    [InlineData("http://proxy.example:3128", "http://proxy.example:3128")]
    [InlineData("http://proxy.example:3128/", "http://proxy.example:3128")]
    [InlineData("HTTP://proxy.example", "http://proxy.example:80")]
    [InlineData("proxy.example:3128", "http://proxy.example:3128")]
    [InlineData("10.0.0.1:3128", "http://10.0.0.1:3128")]
    [InlineData("http://[fd00::1]:3128", "http://[fd00::1]:3128")]
    [InlineData("socks5://127.0.0.1", "socks5://127.0.0.1:1080")]
    [InlineData("socks5h://proxy.example:1081", "socks5://proxy.example:1081")]
    [InlineData("http://me:s3cr3t@proxy.example:3128", "http://proxy.example:3128")]
    [InlineData("me:s3cr3t@proxy.example:3128", "http://proxy.example:3128")]
    public void AUrlNamesAProxyWhichNeverShowsItsCredentials(string text, string shown)
    {
        var proxy = ProxyServer.Parse(text, out var problem);
        Assert.Equal("", problem);
        Assert.Equal(shown, proxy!.ToString());
        Assert.Equal(text.Contains('@', StringComparison.Ordinal) ? "s3cr3t" : null, proxy.Credentials?.Password);
    }

    [Theory]
    [InlineData("", "is not a valid URL of a proxy")]
    [InlineData("http://", "is not a valid URL of a proxy")]
    [InlineData("http://proxy.example:65536", "is not a valid URL of a proxy")]
    [InlineData("http://proxy.example:0", "has port 0")]
    [InlineData("https://proxy.example", "is a proxy in https")]
    [InlineData("socks4://proxy.example", "is a proxy in socks4")]
    [InlineData("file:///etc/proxy", "is not a valid URL of a proxy")]
    [InlineData("http://proxy.example/path", "has a path, query or fragment")]
    [InlineData("http://proxy.example?a=b", "has a path, query or fragment")]
    [InlineData("http://proxy.example#a", "has a path, query or fragment")]
    [InlineData("http://a:s3cr3t@proxy.example:0", "has port 0")]
    [InlineData("http://a:s3cr3t@proxy.example:x", "is not a valid URL of a proxy")]
    [InlineData("http://a%3Ab:s3cr3t@proxy.example", "holds a colon")]
    [InlineData("http://a:s3cr3t%0D@proxy.example", "hold a control character")]
    [InlineData("socks5://a@proxy.example", "hold nothing or more than 255 bytes")]
    public void AnythingElseIsRefusedWithoutItsCredentials(string text, string says)
    {
        Assert.Null(ProxyServer.Parse(text, out var problem));
        Assert.Contains(says, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void ALongTextIsShortened()
    {
        Assert.Null(ProxyServer.Parse("gopher://" + new string('x', 1_000_000), out var problem));
        Assert.InRange(problem.Length, 1, 400);
    }
}
