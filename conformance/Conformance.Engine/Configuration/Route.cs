using Conformance.Engine.Http;

namespace Conformance.Engine.Configuration;

/// <summary>How a target is reached.</summary>
/// <param name="Proxy">The proxy that leads there; null for none.</param>
/// <param name="Says">The proxy in use, or why the environment's is not, in words; empty where there is nothing to say.</param>
public sealed record Route(ProxyServer? Proxy, string Says)
{
    /// <summary>Without a proxy, and without anybody having asked for one.</summary>
    public static readonly Route Straight = new(null, "");

    /// <summary>The route that configuration and environment name.</summary>
    /// <param name="target">Base URL of the target.</param>
    /// <param name="setting">What the configuration says.</param>
    /// <param name="environment">Reads environment variables.</param>
    /// <param name="secrets">Reads secrets, and remembers the proxy's password.</param>
    /// <exception cref="ConfigurationException">What should name a proxy names none; the message never holds credentials.</exception>
    public static Route To(Uri target, ProxySetting setting, Func<string, string?> environment, SecretReader secrets) =>
        setting switch
        {
            ProxySetting.Named { Proxy: var named } => Through(named, "connection.proxy", secrets),
            ProxySetting.Secret { Source: var source } => Through(
                Parsed(secrets.Read(source, SecretUse.ProxyUrl), source.ToString()),
                "connection.proxy",
                secrets
            ),
            _ => OfEnvironment(target, isUsed: setting is ProxySetting.OfEnvironment, new(environment), secrets),
        };

    private static Route OfEnvironment(Uri target, bool isUsed, ProxyEnvironment environment, SecretReader secrets)
    {
        if (environment.For(target) is not var (variable, text))
            return Straight;
        // What listens on this machine is reached without anybody's help, and tests start targets there.
        var whyNot =
            !isUsed ? "connection.proxy says none"
            : target.IsLoopback ? "the target is on this machine; connection.proxy can name one all the same"
            : environment.Exempting(target) is { } exempting ? $"{exempting} exempts the target"
            : null;
        return whyNot is null
            ? Through(Parsed(text, $"the environment variable {variable}"), variable, secrets)
            : new Route(null, $"the proxy of {variable} is not used, since {whyNot}");
    }

    private static Route Through(ProxyServer proxy, string source, SecretReader secrets)
    {
        if (proxy.Credentials is { } credentials)
        {
            secrets.Note(credentials.Password);
            secrets.Note(HttpProxy.Basic(credentials));
        }
        return new Route(proxy, $"requests go through the proxy {proxy} of {source}");
    }

    private static ProxyServer Parsed(string text, string where) =>
        ProxyServer.Parse(text, out var problem)
        ?? throw new ConfigurationException(
            $"{where} names no proxy that can be used: {problem}, or say connection.proxy: none"
        );
}
