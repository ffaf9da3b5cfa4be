using System.Globalization;
using System.Text;
using Conformance.Reports.Text;

namespace Conformance.Reports;

/// <summary>
/// Reads a file that somebody gives the kit: UTF-8, with or without a byte order mark, and of a bounded size, so that
/// neither an endless file nor one of another encoding ends in anything but a sentence.
/// </summary>
public static class GivenFile
{
    private const int ChunkBytes = 1 << 16;

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Its bytes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mostBytes">The size from which on it is refused.</param>
    /// <exception cref="GivenFileException">It can't be read, or is larger.</exception>
    public static byte[] Bytes(string path, int mostBytes)
    {
        try
        {
            using var file = File.OpenRead(path);
            return Taken(file, path, mostBytes);
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new GivenFileException(path, $"can't be read: {Shortened.OnALine(e.Message, limit: 300)}", e);
        }
    }

    /// <summary>Its text, without a byte order mark.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mostBytes">The size from which on it is refused.</param>
    /// <exception cref="GivenFileException">It can't be read, is larger, or is not UTF-8.</exception>
    public static string Text(string path, int mostBytes)
    {
        var bytes = Utf8(Bytes(path, mostBytes), path);
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new GivenFileException(
                path,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"is not UTF-8 from byte {e.Index + 1} on; save it as UTF-8"
                ),
                e
            );
        }
    }

    /// <summary>The same bytes, without a byte order mark.</summary>
    /// <param name="bytes">What stands in the file.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <exception cref="GivenFileException">It is in UTF-16 or UTF-32.</exception>
    public static ReadOnlySpan<byte> Utf8(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith(Mark))
            return bytes[Mark.Length..];
        return IsWide(bytes) ? throw new GivenFileException(name, "is in UTF-16 or UTF-32; save it as UTF-8") : bytes;
    }

    /// <summary>Marked so, or ASCII that is padded with zeros.</summary>
    private static bool IsWide(ReadOnlySpan<byte> bytes) =>
        bytes
            is [0xFF, 0xFE, ..]
                or [0xFE, 0xFF, ..]
                or [0, 0, 0xFE, 0xFF, ..]
                or [not 0, 0, not 0, 0, ..]
                or [0, not 0, 0, not 0, ..]
                or [not 0, 0, 0, 0, ..]
                or [0, 0, 0, not 0, ..];

    // The size that a file system names is not asked for: pipes and devices have none.
    private static byte[] Taken(Stream file, string path, int mostBytes)
    {
        using var taken = new MemoryStream();
        var chunk = new byte[ChunkBytes];
        for (var count = file.Read(chunk); count > 0; count = file.Read(chunk))
        {
            if (taken.Length + count > mostBytes)
                throw new GivenFileException(
                    path,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"holds more than {mostBytes:N0} bytes; give a smaller one"
                    )
                );
            taken.Write(chunk, 0, count);
        }
        return taken.ToArray();
    }
}

/// <summary>A file that was given can't be used; the message names it, says what is wrong and what to do.</summary>
public sealed class GivenFileException : Exception
{
    /// <param name="file">The file.</param>
    /// <param name="problem">What is wrong, as the end of a sentence that begins with the file.</param>
    /// <param name="inner">What was thrown; null where nothing was.</param>
    public GivenFileException(string file, string problem, Exception? inner = null)
        : base($"{Shortened.OnALine(file, limit: 300)}: {problem}", inner) => Problem = problem;

    /// <summary>What is wrong, without the file's name.</summary>
    public string Problem { get; }
}
