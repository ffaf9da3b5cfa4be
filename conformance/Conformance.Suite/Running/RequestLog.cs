using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Conformance.Suite.Http;

namespace Conformance.Suite.Running;

/// <summary>
/// Digests the requests of a run in canonical order (by requirement, then by turn), so that the order in which
/// they really went out does not matter. The run's id and identifiers given by the target are left out.
/// </summary>
public sealed class RequestLog(string runId)
{
    private const string RunPlaceholder = "{run}";
    private const string GivenPlaceholder = "{given}";

    private readonly Regex _runId = new(AnySpelling(runId), RegexOptions.CultureInvariant | RegexOptions.Compiled);
    private readonly ConcurrentBag<Entry> _entries = [];

    private readonly record struct Entry(string Scope, int Turn, string Hash);

    /// <summary>Adds a request.</summary>
    /// <param name="scope">The requirement that it was sent for.</param>
    /// <param name="turn">Its turn within that requirement.</param>
    /// <param name="request">The request.</param>
    /// <param name="given">Identifiers in it that the target made.</param>
    public void Add(string scope, int turn, WireRequest request, ImmutableArray<string> given)
    {
        var body = request.Body is { } bytes ? Encoding.Latin1.GetString(bytes.Span) : "";
        var text = $"{request.Method} {request.Target}\n{request.ContentType}\n{body}";
        // Before the run's id, which an identifier may hold by chance.
        foreach (var identifier in given)
            text = text.Replace(identifier, GivenPlaceholder, StringComparison.Ordinal);
        text = _runId.Replace(text, RunPlaceholder);
        _entries.Add(new Entry(scope, turn, Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(text)))));
    }

    /// <summary>SHA-256 of all requests so far, in hex.</summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var ordered = _entries
            .OrderBy(e => e.Scope, StringComparer.Ordinal)
            .ThenBy(e => e.Turn)
            .ThenBy(e => e.Hash, StringComparer.Ordinal);
        foreach (var (scope, _, requestHash) in ordered)
            hash.AppendData(Encoding.UTF8.GetBytes($"{scope} {requestHash}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The run's id as it stands, percent-encoded once or more, in JSON escapes or in UTF-16.</summary>
    private static string AnySpelling(string runId) =>
        string.Concat(
            runId.Select(c =>
                string.Create(CultureInfo.InvariantCulture, $@"(?:{c}|%(?:25)*(?i:{(int)c:x2})|\\u(?i:{(int)c:x4}))\0?")
            )
        );
}
