using System.Text;

namespace Conformance.HostileTargets.Tests.Serving;

/// <summary>HTTP messages as text, every byte one character.</summary>
internal static class Http
{
    private const string Length = "Content-Length";

    /// <summary>A response with the length of its body, and these header lines.</summary>
    public static string Response(string status, string body, params ReadOnlySpan<string> lines) =>
        $"HTTP/1.1 {status}\r\n{Length}: {body.Length}\r\n{Lines(lines)}\r\n{body}";

    /// <summary>The head of a response that is of JSON, without its length.</summary>
    public static string Head(string status, params ReadOnlySpan<string> lines) =>
        $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\n{Lines(lines)}\r\n";

    /// <summary>Whether the head is that of a success.</summary>
    public static bool IsSuccess(string head) => head.StartsWith("HTTP/1.1 2", StringComparison.Ordinal);

    /// <summary>Whether a request creates something: the operations that are judged do.</summary>
    public static bool Creates(string request) =>
        request.StartsWith("PUT", StringComparison.Ordinal) || request.StartsWith("POST", StringComparison.Ordinal);

    /// <summary>The head with one line more.</summary>
    public static string WithLine(string head, string line) => $"{head[..^2]}{line}\r\n\r\n";

    /// <summary>The head without the lines of this name.</summary>
    public static string Without(string head, string name) =>
        string.Join(
            "\r\n",
            head.Split("\r\n").Where(line => !line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase))
        );

    /// <summary>The head with this line in the place of those of its name.</summary>
    public static string Replacing(string head, string line) =>
        WithLine(Without(head, line[..line.IndexOf(':', StringComparison.Ordinal)]), line);

    /// <summary>The head with the length of another body, and that body.</summary>
    public static string WithBody(string head, string body) => Replacing(head, $"{Length}: {body.Length}") + body;

    /// <summary>The head without a length, and these chunks.</summary>
    public static string WithChunks(string head, string chunks) =>
        Replacing(Without(head, Length), "Transfer-Encoding: chunked") + chunks;

    /// <summary>This text as one chunk.</summary>
    public static string Chunk(string text) => $"{text.Length:x}\r\n{text}\r\n";

    /// <summary>What the text is in UTF-8, every byte one character.</summary>
    public static string Octets(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private static string Lines(ReadOnlySpan<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
            text.Append(line).Append("\r\n");
        return text.ToString();
    }
}
