using Conformance.Engine.Configuration;

namespace Conformance.Engine.Tests.Configuration;

public sealed class ProxyEnvironmentTests
{
    [Theory]
    [InlineData("http://h/", "http_proxy=a HTTP_PROXY=b all_proxy=c", "http_proxy a")]
    [InlineData("http://h/", "HTTP_PROXY=b HTTPS_PROXY=d all_proxy=c", "HTTP_PROXY b")]
    [InlineData("https://h/", "https_proxy=a HTTPS_PROXY=b", "https_proxy a")]
    [InlineData("https://h/", "HTTPS_PROXY=b HTTP_PROXY=c", "HTTPS_PROXY b")]
    [InlineData("https://h/", "http_proxy=a all_proxy=c ALL_PROXY=d", "all_proxy c")]
    [InlineData("http://h/", "https_proxy=a ALL_PROXY=d", "ALL_PROXY d")]
    [InlineData("http://h/", "http_proxy= HTTP_PROXY=b", "HTTP_PROXY b")]
    [InlineData("http://h/", "https_proxy=a", null)]
    [InlineData("http://h/", "", null)]
    public void TheNearestVariableNamesTheProxy(string target, string variables, string? expected) =>
        Assert.Equal(
            expected,
            new ProxyEnvironment(Interpretation(variables)).For(new Uri(target)) is var (name, text)
                ? $"{name} {text}"
                : null
        );

    [Theory]
    [InlineData("target.example")]
    [InlineData("TARGET.example")]
    [InlineData(".target.example")]
    [InlineData("example")]
    [InlineData(".example")]
    [InlineData("*")]
    [InlineData("other,target.example")]
    [InlineData("other, target.example")]
    [InlineData("target.example:8080")]
    public void AnEntryExemptsANameAndAllBelowIt(string entries) =>
        Assert.Equal("NO_PROXY", Exempting("http://target.example:8080/", entries));

    [Theory]
    [InlineData("")]
    [InlineData(",")]
    [InlineData(".")]
    [InlineData("get.example")]
    [InlineData("a.target.example")]
    [InlineData("target.example:8081")]
    [InlineData("*.example")]
    [InlineData("10.0.0.0/8")]
    public void OtherEntriesExemptItNot(string entries) =>
        Assert.Null(Exempting("http://target.example:8080/", entries));

    [Theory]
    [InlineData("http://10.1.2.3/", "10.1.2.3")]
    [InlineData("http://10.1.2.3/", "10.0.0.0/8")]
    [InlineData("http://10.1.2.3:81/", "10.1.2.3:81")]
    [InlineData("http://[fd00::1]/", "fd00::1")]
    [InlineData("http://[fd00::1]/", "fd00::/8")]
    [InlineData("http://[fd00::1]/", "[fd00::1]")]
    [InlineData("http://[fd00::1]:81/", "[fd00::1]:81")]
    public void AnEntryExemptsAddresses(string target, string entries) =>
        Assert.Equal("NO_PROXY", Exempting(target, entries));

    [Theory]
    [InlineData("http://11.1.2.3/", "10.0.0.0/8")]
    [InlineData("http://10.1.2.3/", "1.2.3")]
    [InlineData("http://10.1.2.3:80/", "10.1.2.3:81")]
    [InlineData("http://[fd00::1]/", "fd00::2")]
    [InlineData("http://[fd00::1]:80/", "[fd00::1]:81")]
    public void ButNoOthers(string target, string entries) => Assert.Null(Exempting(target, entries));

    [Fact]
    public void TheLowercaseNameGoesBefore() =>
        Assert.Null(
            new ProxyEnvironment(Interpretation("no_proxy=other NO_PROXY=target.example")).Exempting(
                new("http://target.example/")
            )
        );

    private static string? Exempting(string target, string entries) =>
        new ProxyEnvironment(name => name == "NO_PROXY" ? entries : null).Exempting(new Uri(target));

    private static Func<string, string?> Interpretation(string variables)
    {
        var values = variables
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(v => v.Split('='))
            .ToDictionary(v => v[0], v => v[1]);
        return values.GetValueOrDefault;
    }
}
