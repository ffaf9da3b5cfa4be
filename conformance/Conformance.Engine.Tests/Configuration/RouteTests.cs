using Conformance.Engine.Configuration;
using Conformance.Engine.Http;

namespace Conformance.Engine.Tests.Configuration;

public sealed class RouteTests
{
    private const string Everywhere = "http://proxy.example:3128";
    private static readonly Uri Elsewhere = new("https://target.example/");
    private static readonly ProxySetting OfEnvironment = new ProxySetting.OfEnvironment();
    private static readonly ProxyServer Proxy = new(ProxyKind.Http, "proxy.example", 3128);

    [Fact]
    public void WhereNobodyNamesAProxyThereIsNone() =>
        Assert.Equal(Route.Straight, Route.To(Elsewhere, OfEnvironment, _ => null, Secrets()));

    [Fact]
    public void TheEnvironmentNamesTheProxyOfATargetElsewhere() =>
        Assert.Equal(
            new Route(Proxy, "requests go through the proxy http://proxy.example:3128 of HTTPS_PROXY"),
            To(Elsewhere, OfEnvironment, ("HTTPS_PROXY", Everywhere))
        );

    [Theory]
    [InlineData("http://127.0.0.1:8080/")]
    [InlineData("http://127.9.9.9/")]
    [InlineData("http://localhost/")]
    [InlineData("https://[::1]/")]
    public void ATargetOnThisMachineIsReachedStraightUnlessAProxyIsNamed(string target)
    {
        Assert.Equal(
            new Route(
                null,
                "the proxy of ALL_PROXY is not used, since the target is on this machine; connection.proxy can name one all the same"
            ),
            To(new Uri(target), OfEnvironment, ("ALL_PROXY", Everywhere))
        );
        Assert.Equal(Proxy, To(new Uri(target), new ProxySetting.Named(Proxy)).Proxy);
    }

    [Fact]
    public void AnExemptedTargetIsReachedStraight() =>
        Assert.Equal(
            new Route(null, "the proxy of HTTPS_PROXY is not used, since NO_PROXY exempts the target"),
            To(Elsewhere, OfEnvironment, ("HTTPS_PROXY", Everywhere), ("NO_PROXY", "target.example"))
        );

    [Fact]
    public void TheConfigurationGoesBeforeTheEnvironment()
    {
        Assert.Equal(
            new Route(null, "the proxy of HTTPS_PROXY is not used, since connection.proxy says none"),
            To(Elsewhere, new ProxySetting.None(), ("HTTPS_PROXY", Everywhere))
        );
        Assert.Equal(Route.Straight, To(Elsewhere, new ProxySetting.None()));
        Assert.Equal(
            new Route(Proxy, "requests go through the proxy http://proxy.example:3128 of connection.proxy"),
            To(Elsewhere, new ProxySetting.Named(Proxy), ("HTTPS_PROXY", "http://other:1"), ("NO_PROXY", "*"))
        );
    }

    [Fact]
    public void CredentialsAreKnownAsSecretsAndNotSaid()
    {
        var secrets = new SecretReader(name => name == "MINE" ? "http://me:s3cr3t%21@proxy.example:3128" : null);
        var route = Route.To(Elsewhere, new ProxySetting.Secret(new("MINE", null)), _ => null, secrets);
        Assert.Equal(("me", "s3cr3t!"), (route.Proxy!.Credentials!.UserName, route.Proxy.Credentials.Password));
        Assert.DoesNotContain("s3cr3t", route.ToString(), StringComparison.Ordinal);
        Assert.Contains("s3cr3t!", secrets.Secrets);
        Assert.Contains("bWU6czNjcjN0IQ==", secrets.Secrets);
    }

    [Theory]
    [InlineData("https://proxy.example:3128", "'https://proxy.example:3128' is a proxy in https")]
    [InlineData("https://me:s3cr3t@proxy.example:3128", "the text is a proxy in https")]
    [InlineData("http://me:s3cr3t@:3128", "the text is not a valid URL of a proxy")]
    [InlineData("http://me%0a:s3cr3t@proxy.example", "the credentials in the proxy's URL hold a control character")]
    public void AVariableThatNamesNoProxyIsNamedItself(string url, string says)
    {
        var refused = Assert.Throws<ConfigurationException>(() => To(Elsewhere, OfEnvironment, ("HTTPS_PROXY", url)));
        Assert.StartsWith(
            $"the environment variable HTTPS_PROXY names no proxy that can be used: {says}",
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.EndsWith("or say connection.proxy: none", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AVariableThatIsNotUsedIsNotLookedAt() =>
        Assert.Null(To(new("http://127.0.0.1/"), OfEnvironment, ("HTTP_PROXY", "no proxy at all")).Proxy);

    private static Route To(Uri target, ProxySetting setting, params (string Name, string Value)[] variables)
    {
        var environment = variables.ToDictionary(v => v.Name, v => v.Value);
        return Route.To(target, setting, environment.GetValueOrDefault, Secrets());
    }

    private static SecretReader Secrets() => new(_ => null);
}
