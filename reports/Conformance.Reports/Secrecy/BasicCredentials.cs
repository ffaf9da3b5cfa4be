using System.Text;

namespace Conformance.Reports.Secrecy;

/// <summary>Basic credentials (RFC 7617) are base64 of user and password: a target may well show those.</summary>
internal static class BasicCredentials
{
    /// <summary>User and password together, and the password alone; nothing where the secret is something else.</summary>
    public static IEnumerable<string> PartsOf(string secret)
    {
        var encoded = secret[(secret.LastIndexOf(' ') + 1)..];
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length))
            yield break;
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        if (text.Any(c => char.IsControl(c) || c == '\uFFFD') || text.IndexOf(':', StringComparison.Ordinal) < 0)
            yield break;
        yield return text;
        yield return text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }
}
