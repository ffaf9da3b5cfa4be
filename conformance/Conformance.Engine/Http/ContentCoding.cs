using System.Globalization;
using System.IO.Compression;
using Conformance.Reports;

namespace Conformance.Engine.Http;

/// <summary>
/// Undoes the coding of a body (RFC 9110, 8.4), to a limit: a hundred kilobytes can unpack to a hundred megabytes. Who sends
/// no Accept-Encoding has to take any coding (12.5.3).
/// </summary>
internal static class ContentCoding
{
    private const string Field = "Content-Encoding";

    /// <summary>The body as it was before; as it came where it was not coded, or not in the way that is claimed.</summary>
    /// <param name="response">A response with a whole body.</param>
    /// <param name="most">Bytes that it may unpack to.</param>
    public static Unpacked Undo(ReceivedResponse response, int most)
    {
        var body = response.Body.Bytes;
        return Claimed(response).ToList() switch
        {
            _ when body.IsEmpty => new Unpacked(body, null),
            [] => new Unpacked(body, null),
            [var coding] => Undo(body, coding, most),
            _ => new Unpacked(default, "in several content codings, which the kit does not undo"),
        };
    }

    /// <summary>Whether the response says that its body is coded.</summary>
    public static bool IsClaimed(ReceivedResponse response) => Claimed(response).Any();

    private static IEnumerable<string> Claimed(ReceivedResponse response) =>
        response
            .Headers.Where(h => h.Name.Equals(Field, StringComparison.OrdinalIgnoreCase))
            .SelectMany(h => h.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(coding => !coding.Equals("identity", StringComparison.OrdinalIgnoreCase));

    private static Unpacked Undo(ReadOnlyMemory<byte> body, string coding, int most)
    {
        return coding.ToUpperInvariant() switch
            {
                "GZIP" or "X-GZIP" => Undo(body, most, packed => new GZipStream(packed, CompressionMode.Decompress)),
                // Some servers leave the frame out that RFC 9110, 8.4.1.2, asks for, and all clients take that.
                "DEFLATE" => Undo(body, most, packed => new ZLibStream(packed, CompressionMode.Decompress))
                    ?? Undo(body, most, packed => new DeflateStream(packed, CompressionMode.Decompress)),
                "BR" => Undo(body, most, packed => new BrotliStream(packed, CompressionMode.Decompress)),
                _ => new Unpacked(default, "in a content coding that the kit does not undo"),
            }
            // Nobody could unpack it: that is for whoever reads it to see.
            ?? new Unpacked(body, null);
    }

    /// <summary>Null where it is not packed in this way.</summary>
    private static Unpacked? Undo(ReadOnlyMemory<byte> body, int most, Func<Stream, Stream> open)
    {
        using var unpacking = open(new MemoryStream(body.ToArray()));
        try
        {
            return AtMost(most, unpacking) is { } unpacked
                ? new Unpacked(unpacked, null)
                : new Unpacked(
                    default,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"that unpacks to more than the {most:#,0} bytes that the kit reads"
                    )
                );
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>All that it holds; null where that is more.</summary>
    private static ReadOnlyMemory<byte>? AtMost(int most, Stream unpacking)
    {
        var unpacked = new MemoryStream();
        Span<byte> some = stackalloc byte[4096];
        while (unpacking.Read(some) is > 0 and var count)
        {
            if (unpacked.Length + count > most)
                return null;
            unpacked.Write(some[..count]);
        }
        return unpacked.ToArray();
    }
}

/// <summary>A body without its coding.</summary>
/// <param name="Bytes">The body; nothing where it could not be had.</param>
/// <param name="Why">Why not, in words that follow "a response"; null where it could.</param>
internal sealed record Unpacked(ReadOnlyMemory<byte> Bytes, string? Why);
