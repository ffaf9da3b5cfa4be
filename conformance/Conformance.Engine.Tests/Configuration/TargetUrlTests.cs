using Conformance.Engine.Configuration;

namespace Conformance.Engine.Tests.Configuration;

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
    [InlineData("", "is not a valid URL of a target")]
    [InlineData("127.0.0.1:8080", "is not a valid URL of a target")]
    [InlineData("/base", "is not a valid URL of a target")]
    [InlineData("ftp://target.example/", "is not a valid URL of a target")]
    [InlineData("http://", "is not a valid URL of a target")]
    [InlineData("http://target.example/a?b=c", "such as http://target.example/a")]
    [InlineData("http://target.example/a#b", "such as http://target.example/a")]
    [InlineData("http://target.example/?", "has a query or fragment")]
    [InlineData("http://target.example/#", "has a query or fragment")]
    [InlineData("http://127.0.0.1:0", "has port 0, where nobody can listen")]
    [InlineData("https://target.example:00/base", "has port 0, where nobody can listen")]
    [InlineData("http://:8080/", "is not a valid URL of a target")]
    [InlineData("http:///base", "is not a valid URL of a target")]
    [InlineData("http://target.example:65536/", "is not a valid URL of a target")]
    [InlineData("http://target.example:-1/", "is not a valid URL of a target")]
    [InlineData("http://[fe80::1%25eth0]:8080/", "has an IPv6 zone, which no request can name")]
    [InlineData("http://[fe80::1%eth0]/", "has an IPv6 zone, which no request can name")]
    [InlineData("http://target.example/\0", "is not a valid URL of a target")]
    [InlineData("http://target.example/a\r\nHost: b", "is not a valid URL of a target")]
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
    [InlineData("http://user:s3cr3t@target.example:99999/")]
    [InlineData("http://user:s3/cr3t@s3cr3t@:x/")]
    [InlineData("user:s3cr3t@target.example")]
    [InlineData("http://@target.example/s3cr3t")]
    public void CredentialsAreRefusedAndNotRepeated(string text)
    {
        Assert.False(TargetUrl.TryParse(text, out _, out var problem));
        Assert.Contains("holds credentials", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://target.example:65535/")]
    [InlineData("http://target.example:/")]
    [InlineData("http://target.example/@s")]
    [InlineData("http://[fe80::1]/")]
    public void AtItsEdgesItIsATarget(string text) => Assert.True(TargetUrl.TryParse(text, out _, out _));

    [Theory]
    [InlineData("")]
    [InlineData("http://target.example/")]
    public void ALongTextIsNoUrlAndIsShortened(string begin)
    {
        Assert.False(TargetUrl.TryParse(begin + new string('x', 1_000_000), out _, out var problem));
        Assert.Contains("is longer than 2000 characters", problem, StringComparison.Ordinal);
        Assert.InRange(problem.Length, 1, 400);
    }
}
