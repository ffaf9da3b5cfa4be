namespace Conformance.Reports.Secrecy;

/// <summary>
/// Finds a secret that comes in pieces, such as one in each event of a stream: no piece is the secret, and together
/// they are.
/// </summary>
/// <param name="secret">The secret.</param>
internal sealed class SecretInPieces(string secret)
{
    // Shorter ones would be found in everything, and give nothing away.
    private const int ShortestPiece = 4;

    // So many of them in order stand nowhere by chance.
    private const int PiecesBeforeCut = 3;

    // Bounds the search in a text that begins the secret over and over.
    private const int MostTries = 64;

    /// <summary>Adds the pieces, where the text holds all of them in order, or some and is cut behind them.</summary>
    /// <param name="text">What is searched.</param>
    /// <param name="isCut">Whether the text went on where it ends.</param>
    /// <param name="found">The pieces that were found.</param>
    public void FindIn(ReadOnlySpan<char> text, bool isCut, List<Stretch> found)
    {
        if (secret.Length < 2 * ShortestPiece)
            return;
        var pieces = new List<Stretch>();
        for (var (from, tries) = (0, 0); from < text.Length && tries < MostTries; tries++)
        {
            var (at, known) = (from, 0);
            pieces.Clear();
            while (secret.Length - known >= ShortestPiece && Next(text, at, known) is { } piece)
            {
                pieces.Add(piece);
                known += piece.End - piece.From;
                at = piece.End;
            }
            if (pieces.Count == 0)
                return;
            var isWhole = secret.Length - known < ShortestPiece;
            if (isWhole || (pieces.Count >= PiecesBeforeCut && (isCut || text[at..].Contains(Layer.Ellipsis))))
            {
                found.AddRange(pieces);
                from = at;
            }
            else
                from = pieces[0].From + 1;
        }
    }

    /// <summary>The next stretch that goes on with the secret from here; null where none does.</summary>
    private Stretch? Next(ReadOnlySpan<char> text, int from, int known)
    {
        var wanted = secret.AsSpan(known);
        var start = text[from..].IndexOf(wanted[..ShortestPiece], StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;
        start += from;
        var length = ShortestPiece;
        while (
            length < wanted.Length
            && start + length < text.Length
            && char.ToUpperInvariant(text[start + length]) == char.ToUpperInvariant(wanted[length])
        )
            length++;
        return new Stretch(start, start + length);
    }
}
