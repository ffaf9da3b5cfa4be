using System.Collections.Concurrent;
using Conformance.Reports.Secrecy;

namespace Conformance.Engine.Configuration;

/// <summary>
/// Turns sources of secrets into their values, and remembers them: a file may hold another one later, and a pipe nothing,
/// while what was sent has to be redacted to the end. Safe for concurrent callers.
/// </summary>
/// <param name="environment">Reads environment variables.</param>
/// <param name="known">The secrets of the process, to which each that is read is added.</param>
public sealed class SecretReader(Func<string, string?> environment, Secrets? known = null)
{
    private readonly ConcurrentDictionary<(SecretSource, SecretUse), string> _read = new();
    private readonly ConcurrentDictionary<string, bool> _secrets = new();

    /// <summary>Every secret that was read.</summary>
    public ICollection<string> Secrets => _secrets.Keys;

    /// <summary>How many of them are too short to be told from ordinary text, so that no report can be without them.</summary>
    public int TooShort => _secrets.Keys.Count(s => s.Length < Reports.Secrecy.Secrets.Shortest);

    /// <summary>The value behind a source.</summary>
    /// <exception cref="ConfigurationException">It is not there, or can't be sent; the message never holds it.</exception>
    public string Read(SecretSource source, SecretUse use)
    {
        var value = _read.GetOrAdd((source, use), _ => source.Read(use, environment));
        // The id of an access key is public by itself, but names an account: scanners take what holds one for a leak.
        if (use is not SecretUse.UserName)
            Note(value);
        return value;
    }

    /// <summary>Remembers a secret that is a part of something else, such as the password in a proxy's URL.</summary>
    public void Note(string secret)
    {
        if (_secrets.TryAdd(secret, true))
            known?.Add(secret);
    }
}
