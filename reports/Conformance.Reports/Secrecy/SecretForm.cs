using System.Buffers;

namespace Conformance.Reports.Secrecy;

/// <summary>One way to write a secret down.</summary>
/// <param name="secret">The secret as this way writes it.</param>
internal sealed class SecretForm(string secret)
{
    private readonly SearchValues<char> _starts = SearchValues.Create([
        secret[0],
        char.ToLowerInvariant(secret[0]),
        char.ToUpperInvariant(secret[0]),
    ]);

    /// <summary>Whether a text in other case is the secret all the same: names of headers come in lower case.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>What may stand between its characters without being a part of it.</summary>
    public Separators Separators { get; init; } = Separators.OfCharacters;

    /// <summary>How many of its characters before a cut are taken for the secret.</summary>
    public int ShortestBeforeCut { get; init; } = 4;

    /// <summary>Whether the characters around it hold a part of the secret as well, as in base64.</summary>
    public bool MixesNeighbours { get; init; }

    /// <summary>Adds where it stands in the text.</summary>
    /// <param name="text">What is searched.</param>
    /// <param name="isCut">Whether the text went on where it ends.</param>
    /// <param name="found">The stretches that were found.</param>
    public void FindIn(ReadOnlySpan<char> text, bool isCut, List<Stretch> found)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var next = text[at..].IndexOfAny(_starts);
            if (next < 0)
                return;
            at += next;
            if (EndOf(text, at, isCut) is not (> 0 and var end))
                continue;
            found.Add(MixesNeighbours ? Widened(text, at, end) : new Stretch(at, end));
            at = end - 1;
        }
    }

    /// <summary>Where the secret that begins here ends; 0 where none does.</summary>
    private int EndOf(ReadOnlySpan<char> text, int at, bool isCut)
    {
        for (var known = 0; known < secret.Length; known++)
        {
            if (at >= text.Length || text[at] == Layer.Ellipsis)
                return known >= ShortestBeforeCut && (at < text.Length || isCut) ? at : 0;
            if (!IsSame(text[at], secret[known]))
                return 0;
            at++;
            if (known + 1 < secret.Length && !(at < text.Length && IsSame(text[at], secret[known + 1])))
                at += Separators.LengthAt(text, at, known, secret[known + 1]);
        }
        return at;
    }

    private bool IsSame(char one, char other) =>
        one == other || (IgnoresCase && char.ToUpperInvariant(one) == char.ToUpperInvariant(other));

    private static Stretch Widened(ReadOnlySpan<char> text, int from, int end) =>
        new(
            from > 0 && IsBase64(text[from - 1]) ? from - 1 : from,
            end < text.Length && IsBase64(text[end]) ? end + 1 : end
        );

    private static bool IsBase64(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '-' or '_';
}
