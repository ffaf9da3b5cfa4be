using System.Text;

namespace Conformance.Reports.Secrecy;

/// <summary>The ways in which a secret may be written down: as text, in hex and in base64, of UTF-8 and of UTF-16.</summary>
internal static class SecretForms
{
    // What fewer bytes become in base64 or hex may stand anywhere.
    private const int FewestBytesForMiddle = 6;

    /// <summary>All of them.</summary>
    public static ImmutableArray<SecretForm> Of(string secret) =>
        [
            new SecretForm(secret) { IgnoresCase = true },
            // Bytes are searched as characters up to U+00FF.
            .. Ascii.IsValid(secret)
                ? []
                : new[] { new SecretForm(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(secret))) },
            .. Encodings(secret).SelectMany(bytes => Base64(bytes).Prepend(Hex(bytes))),
        ];

    private static IEnumerable<byte[]> Encodings(string secret) =>
        [Encoding.UTF8.GetBytes(secret), Encoding.Unicode.GetBytes(secret), Encoding.BigEndianUnicode.GetBytes(secret)];

    private static SecretForm Hex(byte[] bytes) =>
        new(Convert.ToHexStringLower(bytes))
        {
            IgnoresCase = true,
            Separators = Separators.OfBytes,
            ShortestBeforeCut = 8,
        };

    /// <summary>
    /// Base64 in the three alignments that a text around it can bring about, in the usual alphabet and the one for URLs.
    /// The first and last character of an alignment may hold bits of a neighbour: only those between are sure.
    /// </summary>
    private static IEnumerable<SecretForm> Base64(byte[] bytes)
    {
        for (var before = 0; before < 3; before++)
        {
            if (bytes.Length < FewestBytesForMiddle)
                yield break;
            var padded = new byte[before + bytes.Length];
            bytes.CopyTo(padded, before);
            var encoded = Convert.ToBase64String(padded).TrimEnd('=');
            var isWholeAtEnd = padded.Length % 3 == 0;
            // 1 byte before: 2 characters are not the secret's alone; 2 bytes before: 3.
            var from = before == 0 ? 0 : before + 1;
            var middle = encoded[from..(isWholeAtEnd ? encoded.Length : encoded.Length - 1)];
            yield return Form(middle);
            var forUrls = middle.Replace('+', '-').Replace('/', '_');
            if (forUrls != middle)
                yield return Form(forUrls);
        }
    }

    private static SecretForm Form(string text) => new(text) { ShortestBeforeCut = 6, MixesNeighbours = true };
}
