using System.Text;
using System.Text.Unicode;
using Conformance.Reports.Text;

namespace Conformance.Reports;

/// <summary>A curl command that sends what the kit sent, byte for byte where curl can.</summary>
public static class CurlCommand
{
    /// <summary>Linux refuses a single argument beyond 128 KiB.</summary>
    private const int LongestArgument = 96 * 1024;

    /// <summary>What curl adds on its own unless it is told not to.</summary>
    private static readonly string[] AddedByCurl = ["User-Agent", "Accept"];

    /// <summary>
    /// The command for bash; header values that were redacted stay redacted. Null where the report keeps only a part of
    /// the body.
    /// </summary>
    public static string? For(SentRequest request)
    {
        if (request.Body is { IsCut: true })
            return null;
        var sendable = request.Headers.Where(h => !IsSetByCurl(h, request) && CanBeSent(h)).ToList();
        var words = new List<string> { "curl", "--include", "--path-as-is", "--globoff" };
        words.AddRange(request.Method == "HEAD" ? ["--head"] : ["--request", ShellWord.Of(request.Method)]);
        words.AddRange(["--url", ShellWord.Quoted(request.Url)]);
        words.AddRange(sendable.SelectMany(h => Header(Line(h))));
        words.AddRange(Unwanted(request).SelectMany(name => Header($"{name}:")));
        var (before, data) = Data(request.Body);
        words.AddRange(data);
        var unsendable = request.Headers.Count(h => !CanBeSent(h));
        var remark =
            unsendable == 0 ? "" : $" # without {Words.Count(unsendable, "header line")} that curl cannot send";
        return before + string.Join(' ', words) + remark;
    }

    private static string[] Header(string line) => ["--header", ShellWord.Quoted(line)];

    /// <summary>To curl, a colon and nothing removes a header; a semicolon sends it empty.</summary>
    private static string Line(Header header) =>
        header.Value.Length == 0 ? $"{header.Name};" : $"{header.Name}: {header.Value}";

    private static IEnumerable<string> Unwanted(SentRequest request) =>
        (request.Body is null ? AddedByCurl : [.. AddedByCurl, "Content-Type"]).Where(name =>
            !request.Headers.Any(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        );

    private static bool IsSetByCurl(Header header, SentRequest request) =>
        header.Name.ToUpperInvariant() switch
        {
            "HOST" => Uri.TryCreate(request.Url, UriKind.Absolute, out var url)
                && header.Value.Equals(url.Authority, StringComparison.OrdinalIgnoreCase),
            "CONTENT-LENGTH" => request.Body is { } body && header.Value == $"{body.Length}",
            _ => false,
        };

    private static bool CanBeSent(Header header) =>
        header.Name.Length > 0
        && !header.Name.StartsWith('@')
        && (header.Name + header.Value).AsSpan().IndexOfAny('\r', '\n', '\0') < 0;

    private static (string Before, string[] Words) Data(Body? body)
    {
        if (body is not { } bytes)
            return ("", []);
        if (Utf8.IsValid(bytes.Span) && !bytes.Span.Contains((byte)0))
        {
            var word = ShellWord.Quoted(Encoding.UTF8.GetString(bytes.Span));
            // Not --data-binary: that takes a body that begins with @ for the name of a file.
            if (word.Length <= LongestArgument)
                return ("", ["--data-raw", word]);
        }
        return ($"printf %s '{Convert.ToBase64String(bytes.Span)}' | base64 -d | ", ["--data-binary", "@-"]);
    }
}
