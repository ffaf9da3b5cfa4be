namespace Conformance.Reference.Http;

/// <summary>A request target, split first and decoded once after that, so that an escaped slash is part of a name.</summary>
/// <param name="Segments">The path between its slashes; null for a segment whose escapes are broken.</param>
/// <param name="Query">The query's names and values in order; null for a name or value whose escapes are broken.</param>
public sealed record RequestTarget(
    ImmutableArray<string?> Segments,
    ImmutableArray<KeyValuePair<string?, string?>> Query
)
{
    /// <summary>Whether some escape of the path is broken.</summary>
    public bool HasBrokenPath => Segments.Contains(null);

    /// <summary>Whether some escape of the query is broken.</summary>
    public bool HasBrokenQuery => Query.Any(pair => pair.Key is null || pair.Value is null);

    /// <summary>The values of the query's parameters of this name.</summary>
    public IEnumerable<string> Values(string name) => Query.Where(pair => pair.Key == name).Select(pair => pair.Value!);

    /// <summary>Reads the target of a request line, in origin form or in absolute form.</summary>
    public static RequestTarget Read(string rawTarget)
    {
        var (path, query) = Split(rawTarget);
        var segments = ImmutableArray.CreateBuilder<string?>(4);
        var rest = path.AsSpan();
        while (rest.StartsWith('/'))
        {
            rest = rest[1..];
            var end = rest.IndexOf('/');
            var segment = end < 0 ? rest : rest[..end];
            segments.Add(PercentEncoding.Decode(segment));
            rest = rest[segment.Length..];
        }
        return new RequestTarget(segments.ToImmutable(), query.Length == 0 ? [] : ReadQuery(query));
    }

    /// <summary>The path and the query (without its question mark), neither of them decoded.</summary>
    internal static (string Path, string Query) Split(string rawTarget)
    {
        var start = rawTarget.StartsWith('/') ? 0 : PathOfAbsoluteForm(rawTarget);
        var mark = rawTarget.IndexOf('?', start);
        return mark < 0 ? (rawTarget[start..], "") : (rawTarget[start..mark], rawTarget[(mark + 1)..]);
    }

    private static int PathOfAbsoluteForm(string rawTarget)
    {
        var scheme = rawTarget.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
            return rawTarget.Length;
        var end = rawTarget.AsSpan(scheme + 3).IndexOfAny('/', '?');
        return end < 0 ? rawTarget.Length : scheme + 3 + end;
    }

    private static ImmutableArray<KeyValuePair<string?, string?>> ReadQuery(string query)
    {
        var pairs = ImmutableArray.CreateBuilder<KeyValuePair<string?, string?>>();
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = equals < 0 ? (pair, "") : (pair[..equals], pair[(equals + 1)..]);
            pairs.Add(new(PercentEncoding.Decode(name), PercentEncoding.Decode(value)));
        }
        return pairs.ToImmutable();
    }
}
