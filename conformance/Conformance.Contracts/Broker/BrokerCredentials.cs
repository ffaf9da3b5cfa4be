using System.Net.Http.Headers;
using System.Text;
using Conformance.Engine.Configuration;
using Conformance.Reports.Secrecy;

namespace Conformance.Contracts.Broker;

/// <summary>Who asks a broker; read from the environment, never from arguments.</summary>
/// <param name="Authorization">The header's value; null where nobody asks for any.</param>
public sealed record BrokerCredentials(AuthenticationHeaderValue? Authorization)
{
    private const string Token = "PACT_BROKER_TOKEN";
    private const string UserName = "PACT_BROKER_USERNAME";
    private const string Password = "PACT_BROKER_PASSWORD";

    /// <summary>PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, or none.</summary>
    /// <exception cref="ConfigurationException">One of the two is missing, or a value can't be sent.</exception>
    /// <param name="environment">Reads environment variables.</param>
    /// <param name="known">The secrets of the process, to which these are added; null for nobody's.</param>
    public static BrokerCredentials From(Func<string, string?> environment, Secrets? known = null)
    {
        var secrets = new SecretReader(environment, known);
        if (environment(Token) is { Length: > 0 })
            return new(new AuthenticationHeaderValue("Bearer", secrets.Read(Variable(Token), SecretUse.InHeader)));
        if (environment(UserName) is not { Length: > 0 } && environment(Password) is not { Length: > 0 })
            return new((AuthenticationHeaderValue?)null);
        var name = secrets.Read(Variable(UserName), SecretUse.UserName);
        var pair = $"{name}:{secrets.Read(Variable(Password), SecretUse.Password)}";
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(pair));
        secrets.Note(encoded);
        return new(new AuthenticationHeaderValue("Basic", encoded));
    }

    // The header is a secret.
    public override string ToString() => Authorization?.Scheme ?? "no credentials";

    private static SecretSource Variable(string name) => new(name, null);
}
