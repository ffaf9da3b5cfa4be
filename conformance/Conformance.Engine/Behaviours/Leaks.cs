using System.Text;
using System.Text.RegularExpressions;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>
/// Names and tokens of the run begin with its prefix, so that one which a request did not send, and its response shows, is
/// another request's.
/// </summary>
internal static partial class Leaks
{
    private const int InspectedBytes = 64 * 1024;
    private const int Conflict = 409;

    // What the kit makes is longer; a short one may be a word that happens to begin like the run's id.
    private const int ShortestBehindThePrefix = 8;

    /// <summary>
    /// Whether the response to a creation shows such a value. A conflict may name what it conflicts with; lists and reads show
    /// what earlier requests made.
    /// </summary>
    public static bool Shows(Observed seen)
    {
        var (request, response, prefix) = seen;
        if (request.Operation.Role != OperationRole.Documented || response.Status == Conflict || prefix.Length == 0)
            return false;
        var inspected = response.Body.Span[..Math.Min(response.Body.Length, InspectedBytes)];
        // Nearly all responses hold no such value: they cost a search and no more.
        if (inspected.IndexOf(Encoding.ASCII.GetBytes(prefix)) < 0)
            return false;
        var sent = TextsOf(request);
        return Values(Unescaped(Encoding.UTF8.GetString(inspected)), prefix)
            .Any(value => !sent.Any(text => IsIn(text, value)));
    }

    // The digits of an escaped quote would stand before the value as if they were a part of it.
    private static string Unescaped(string json) =>
        json.Contains("\\u", StringComparison.Ordinal)
            ? Escape().Replace(json, m => ((char)Convert.ToUInt16(m.Groups[1].Value, 16)).ToString())
            : json;

    [GeneratedRegex(@"\\u([0-9A-Fa-f]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    // An error may cut what it shows.
    private static bool IsIn(string sent, string shown) => sent.Contains(shown, StringComparison.Ordinal);

    /// <summary>The longest stretches of plain letters and digits that begin with the prefix, where no such one goes before.</summary>
    private static IEnumerable<string> Values(string text, string prefix)
    {
        for (var at = text.IndexOf(prefix, StringComparison.Ordinal); at >= 0; )
        {
            var end = at;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
                end++;
            if (
                end - at >= prefix.Length + ShortestBehindThePrefix
                && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]))
            )
                yield return text[at..end];
            at = text.IndexOf(prefix, end, StringComparison.Ordinal);
        }
    }

    private static List<string> TextsOf(RequestDraft request)
    {
        var texts = request.Segments.Values.Concat(request.QueryValues.Values).Select(Uri.UnescapeDataString).ToList();
        // Who decodes twice shows what nobody sent, and nothing of another request.
        texts.AddRange([.. texts.Select(Uri.UnescapeDataString)]);
        texts.AddRange(request.Given);
        if (request.Query is { } query)
            texts.Add(Uri.UnescapeDataString(query));
        if (request.Body is { } body)
            texts.Add(body.ToJson());
        if (request.Broken is { } broken)
            texts.Add(Encoding.UTF8.GetString(broken.Bytes));
        return texts;
    }
}
