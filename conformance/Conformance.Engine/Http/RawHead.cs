using System.Globalization;
using System.Text;
using Conformance.Reports;

namespace Conformance.Engine.Http;

/// <summary>The grammar of a response's head (RFC 9112) in pieces.</summary>
internal static class RawHead
{
    private const int ShownCharacters = 64;

    internal static int Status(string line)
    {
        var isStatusLine =
            line.Length >= 12
            && line.StartsWith("HTTP/1.", StringComparison.Ordinal)
            && char.IsAsciiDigit(line[7])
            && line[8] == ' '
            && (line.Length == 12 || line[12] == ' ');
        if (
            isStatusLine
            && int.TryParse(line.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status)
        )
            return ResponseHead.StatusIn(status);
        throw new MalformedResponseException($"expected a status line (HTTP/1.1 200 …), got {Shown(line)}");
    }

    internal static void Add(ImmutableArray<Header>.Builder headers, string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (line[0] is ' ' or '\t' && headers.Count > 0)
            headers[^1] = headers[^1] with { Value = $"{headers[^1].Value} {line.Trim()}" };
        else if (colon > 0)
            headers.Add(new Header(line[..colon].TrimEnd(), line[(colon + 1)..].Trim(' ', '\t')));
        else
            throw new MalformedResponseException($"expected a header line (name: value), got {Shown(line)}");
    }

    internal static bool IsChunked(ImmutableArray<Header> headers)
    {
        var codings = headers.LastOrDefault(header => Is(header, "Transfer-Encoding")).Value;
        return codings is not null && codings.EndsWith("chunked", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Bytes of the body; null where no header says so. The same length may stand there more than once (RFC 9112, 6.3).</summary>
    internal static long? ContentLength(ImmutableArray<Header> headers)
    {
        var values = headers
            .Where(header => Is(header, "Content-Length"))
            .SelectMany(header => header.Value.Split(',', StringSplitOptions.TrimEntries))
            .Distinct()
            .ToArray();
        if (values.Length == 0)
            return null;
        if (
            values.Length == 1
            && long.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
        )
            return length;
        throw new MalformedResponseException(
            $"expected one Content-Length in digits, got {Shown(string.Join(", ", values))}"
        );
    }

    internal static long ChunkSize(string line)
    {
        var digits = line.AsSpan(0, line.AsSpan().IndexOf(';') is >= 0 and var end ? end : line.Length).Trim();
        if (
            long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size)
            && size >= 0
        )
            return size;
        throw new MalformedResponseException($"expected a chunk size in hexadecimal digits, got {Shown(line)}");
    }

    /// <summary>The beginning of what came, for a message: quoted, control characters escaped.</summary>
    internal static string Shown(string text)
    {
        var shown = new StringBuilder("\"");
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, ShownCharacters)))
            if (character is >= ' ' and <= '~')
                shown.Append(character);
            else
                shown.Append(CultureInfo.InvariantCulture, $"\\x{(int)character:X2}");
        return shown.Append(text.Length > ShownCharacters ? "…\"" : "\"").ToString();
    }

    private static bool Is(Header header, string name) => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
