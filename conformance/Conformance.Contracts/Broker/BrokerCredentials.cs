using System.Net.Http.Headers;
using System.Text;

namespace Conformance.Contracts.Broker;

/// <summary>Who asks a broker; read from the environment, never from arguments.</summary>
/// <param name="Authorization">The header's value; null where nobody asks for any.</param>
public sealed record BrokerCredentials(AuthenticationHeaderValue? Authorization)
{
    /// <summary>PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, or none.</summary>
    public static BrokerCredentials From(Func<string, string?> environment)
    {
        if (environment("PACT_BROKER_TOKEN") is { Length: > 0 } token)
            return new(new AuthenticationHeaderValue("Bearer", token));
        if (environment("PACT_BROKER_USERNAME") is not { Length: > 0 } name)
            return new((AuthenticationHeaderValue?)null);
        var pair = $"{name}:{environment("PACT_BROKER_PASSWORD")}";
        return new(new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair))));
    }

    // The header is a secret.
    public override string ToString() => Authorization?.Scheme ?? "no credentials";
}
