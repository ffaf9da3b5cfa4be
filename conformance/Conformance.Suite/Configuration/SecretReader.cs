using System.Collections.Concurrent;

namespace Conformance.Suite.Configuration;

/// <summary>
/// Turns sources of secrets into their values, and remembers them: a file may hold another one later, and a pipe nothing,
/// while what was sent has to be redacted to the end. Safe for concurrent callers.
/// </summary>
/// <param name="environment">Reads environment variables.</param>
public sealed class SecretReader(Func<string, string?> environment)
{
    private readonly ConcurrentDictionary<(SecretSource, SecretUse), string> _read = new();
    private readonly ConcurrentDictionary<string, bool> _secrets = new();

    /// <summary>Every secret that was read; ids of keys are none.</summary>
    public ICollection<string> Secrets => _secrets.Keys;

    /// <summary>The value behind a source.</summary>
    /// <exception cref="ConfigurationException">It is not there, or can't be sent; the message never holds it.</exception>
    public string Read(SecretSource source, SecretUse use)
    {
        var value = _read.GetOrAdd((source, use), _ => source.Read(use, environment));
        if (use is not (SecretUse.AccessKeyId or SecretUse.UserName))
            Note(value);
        return value;
    }

    /// <summary>Remembers a secret that is a part of something else, such as the password in a proxy's URL.</summary>
    public void Note(string secret) => _secrets.TryAdd(secret, true);
}
