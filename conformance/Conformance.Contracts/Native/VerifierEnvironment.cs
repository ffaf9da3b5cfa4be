namespace Conformance.Contracts.Native;

/// <summary>
/// The environment of a process that only verifies. Pact's verifier reads every certificate that the machine trusts, for
/// each interaction anew, though it speaks plain HTTP to the relay alone. It is shown a single one, for which nobody has
/// the key: nothing in that process trusts anybody. And it would ask the environment's proxy for the relay, which listens
/// on this machine: it is told that no proxy leads there.
/// </summary>
internal static class VerifierEnvironment
{
    private const string ThisMachine = "127.0.0.1,localhost";

    /// <summary>Values by the names of their variables.</summary>
    public static ImmutableDictionary<string, string> Variables { get; } = Of(AppContext.BaseDirectory);

    private static ImmutableDictionary<string, string> Of(string program)
    {
        var folder = Path.Combine(program, "certificates");
        return ImmutableDictionary<string, string>
            .Empty.Add("SSL_CERT_DIR", folder)
            .Add("SSL_CERT_FILE", Path.Combine(folder, "nobody.pem"))
            .Add("NO_PROXY", ThisMachine)
            .Add("no_proxy", ThisMachine);
    }
}
