using System.Text;

namespace Conformance.Reports.Secrecy;

/// <summary>
/// The secrets that this process knows, and what takes them out of everything that leaves it. Safe for concurrent
/// callers.
/// </summary>
public sealed class Secrets
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Mark = "‹redacted›";

    /// <summary>Characters of the shortest secret that can be told from ordinary text.</summary>
    public const int Shortest = 6;

    private const string MarkInBytes = "(redacted)";

    private readonly Lock _adding = new();
    private ImmutableDictionary<string, Known> _known = ImmutableDictionary<string, Known>.Empty;

    private sealed record Known(ImmutableArray<SecretForm> Forms, SecretInPieces InPieces);

    /// <summary>Whether there is nothing to take out.</summary>
    public bool IsEmpty => _known.IsEmpty;

    /// <summary>Makes a secret known from here on; one that is too short to be told from ordinary text isn't.</summary>
    /// <returns>Whether it will be taken out.</returns>
    public bool Add(string secret)
    {
        if (secret.Length < Shortest)
            return false;
        lock (_adding)
            foreach (var part in BasicCredentials.PartsOf(secret).Prepend(secret).Where(s => s.Length >= Shortest))
                if (!_known.ContainsKey(part))
                    _known = _known.Add(part, new Known(SecretForms.Of(part), new SecretInPieces(part)));
        return true;
    }

    /// <summary>The text without secrets, however they are spelled in it.</summary>
    public string Redact(string text)
    {
        var found = FindIn(text, isCut: false);
        return found.Count == 0 ? text : Without(text, found, Mark);
    }

    /// <summary>The bytes without secrets; others are left as they are, and where there are none, the same bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="isCut">Whether they went on, so that they may end in the middle of a secret.</param>
    public ReadOnlyMemory<byte> Redact(ReadOnlyMemory<byte> bytes, bool isCut)
    {
        if (IsEmpty || bytes.IsEmpty)
            return bytes;
        var text = Encoding.Latin1.GetString(bytes.Span);
        var found = FindIn(text, isCut);
        return found.Count == 0 ? bytes : Encoding.Latin1.GetBytes(Without(text, found, MarkInBytes));
    }

    private List<Stretch> FindIn(string text, bool isCut)
    {
        if (IsEmpty)
            return [];
        var found = new List<Stretch>();
        var here = new List<Stretch>();
        foreach (var layer in Layer.Of(text))
        {
            here.Clear();
            foreach (var known in _known.Values)
            {
                foreach (var form in known.Forms)
                    form.FindIn(layer.Text, isCut, here);
                known.InPieces.FindIn(layer.Text, isCut, here);
            }
            found.AddRange(here.Select(layer.InOriginal));
        }
        return found;
    }

    private static string Without(string text, List<Stretch> found, string mark)
    {
        var clean = new StringBuilder(text.Length);
        var at = 0;
        foreach (var stretch in found.OrderBy(s => s.From))
        {
            if (stretch.From >= at)
                clean.Append(text, at, stretch.From - at).Append(mark);
            at = Math.Max(at, stretch.End);
        }
        return clean.Append(text, at, text.Length - at).ToString();
    }
}
