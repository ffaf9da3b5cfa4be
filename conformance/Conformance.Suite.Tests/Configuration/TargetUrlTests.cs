using Conformance.Suite.Configuration;

namespace Conformance.Suite.Tests.Configuration;

public sealed class TargetUrlTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("HTTPS://target.example/base/path")]
    [InlineData("http://[::1]:5000/")]
    public void AnAbsoluteWebAddressIsATarget(string text)
    {
        Assert.True(TargetUrl.TryParse(text, out var url, out var problem));
        Assert.Equal((new Uri(text), ""), (url, problem));
    }

    [Theory]
    [InlineData("", "is no URL of a target")]
    [InlineData("127.0.0.1:8080", "is no URL of a target")]
    [InlineData("/base", "is no URL of a target")]
    [InlineData("ftp://target.example/", "is no URL of a target")]
    [InlineData("http://", "is no URL of a target")]
    [InlineData("http://target.example/a?b=c", "such as http://target.example/a")]
    [InlineData("http://target.example/a#b", "such as http://target.example/a")]
    public void AnythingElseIsRefusedWithAHint(string text, string says)
    {
        Assert.False(TargetUrl.TryParse(text, out var url, out var problem));
        Assert.Null(url);
        Assert.Contains(says, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://user:s3cr3t@target.example/")]
    [InlineData("http://user:s3cr3t@target.example/?a=b")]
    [InlineData("ftp://user:s3cr3t@target.example/")]
    public void CredentialsAreRefusedAndNotRepeated(string text)
    {
        Assert.False(TargetUrl.TryParse(text, out _, out var problem));
        Assert.Contains("holds credentials", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", problem, StringComparison.Ordinal);
    }
}
