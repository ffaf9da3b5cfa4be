using Conformance.Contracts.Broker;
using Conformance.Engine.Configuration;
using Conformance.Reports.Secrecy;

namespace Conformance.Cli.Contracts;

/// <summary>The way to a broker, as the environment has it: credentials and proxy.</summary>
internal static class BrokerAccess
{
    /// <summary>A client of this broker.</summary>
    /// <exception cref="ConfigurationException">Credentials or proxy can't be used; nothing was sent.</exception>
    public static BrokerClient To(Uri url, Func<string, string?> environment, Secrets secrets)
    {
        var route = Route.To(
            url,
            new ProxySetting.OfEnvironment(),
            environment,
            new SecretReader(environment, secrets)
        );
        return new BrokerClient(url, BrokerCredentials.From(environment, secrets), route.Proxy);
    }
}
