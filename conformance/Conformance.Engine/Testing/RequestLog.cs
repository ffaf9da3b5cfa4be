using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Conformance.Engine.Http;
using Conformance.Generators.Dimensions;
using Conformance.Reports.Corpus;

namespace Conformance.Engine.Testing;

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

    private readonly record struct Entry(string Scope, int Turn, string Hash, FrozenRequest? Request);

    /// <summary>Whether the requests themselves are kept, not only their digests.</summary>
    public bool IsKept { get; init; }

    /// <summary>The requests so far in canonical order; none where they are not kept.</summary>
    public ImmutableArray<FrozenRequest> Requests => [.. Ordered().Select(e => e.Request).OfType<FrozenRequest>()];

    /// <summary>Adds a request.</summary>
    /// <param name="scope">The requirement that it was sent for.</param>
    /// <param name="turn">Its turn within that requirement.</param>
    /// <param name="says">What it does, in words.</param>
    /// <param name="request">The request.</param>
    /// <param name="given">Identifiers in it that the target made.</param>
    public void Add(string scope, int turn, string says, WireRequest request, ImmutableArray<string> given)
    {
        var target = WithoutGiven(request.Target, given);
        var body = request.Body is { } bytes ? WithoutGiven(Encoding.Latin1.GetString(bytes.Span), given) : null;
        var framing = request.Framing == Framing.Usual ? "" : $"\n{request.Framing}";
        var text = $"{request.Method} {target}\n{request.ContentType}{framing}\n{body}";
        var digested = Encoding.Latin1.GetBytes(_runId.Replace(text, RunPlaceholder));
        var frozen = IsKept ? Frozen(scope, turn, says, request, target, body) : null;
        _entries.Add(new Entry(scope, turn, Convert.ToHexStringLower(SHA256.HashData(digested)), frozen));
    }

    /// <summary>SHA-256 of all requests so far, in hex.</summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entry in Ordered())
            hash.AppendData(Encoding.UTF8.GetBytes($"{entry.Scope} {entry.Hash}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Requests of the same turn and digest differ at most in how they spell the run's id, and in words.
    private IEnumerable<Entry> Ordered() =>
        _entries
            .OrderBy(e => e.Scope, StringComparer.Ordinal)
            .ThenBy(e => e.Turn)
            .ThenBy(e => e.Hash, StringComparer.Ordinal)
            .ThenBy(e => e.Request?.Target, StringComparer.Ordinal)
            .ThenBy(e => e.Request?.Body is { } body ? Convert.ToHexString(body.Span) : null, StringComparer.Ordinal)
            .ThenBy(e => e.Request?.Says, StringComparer.Ordinal);

    private static FrozenRequest Frozen(
        string scope,
        int turn,
        string says,
        WireRequest request,
        string target,
        string? body
    ) =>
        new(
            scope,
            turn,
            says,
            request.Method,
            target,
            request.ContentType,
            body is null ? (ReadOnlyMemory<byte>?)null : Encoding.Latin1.GetBytes(body)
        )
        {
            Framing = request.Framing == Framing.Usual ? null : request.Framing.ToString(),
            IsUnsigned = request.IsUnsigned,
            NeedsRawSocket = RawOnly.Applies(request),
        };

    // Before the run's id, which an identifier may hold by chance.
    private static string WithoutGiven(string text, ImmutableArray<string> given) =>
        given
            .Where(identifier => identifier.Length > 0)
            .SelectMany(identifier => new[] { identifier, JsonSpellings.Escapes(identifier) })
            .Aggregate(
                text,
                (clean, identifier) => clean.Replace(identifier, GivenPlaceholder, StringComparison.Ordinal)
            );

    /// <summary>The run's id as it stands, percent-encoded once or more, in JSON escapes or in UTF-16.</summary>
    private static string AnySpelling(string runId) =>
        string.Concat(
            runId.Select(c =>
                string.Create(CultureInfo.InvariantCulture, $@"(?:{c}|%(?:25)*(?i:{(int)c:x2})|\\u(?i:{(int)c:x4}))\0?")
            )
        );
}
