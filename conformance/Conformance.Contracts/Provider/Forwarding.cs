using System.Collections.Frozen;
using System.Text;
using Conformance.Engine.Requests;
using Conformance.Engine.Webhooks;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Contracts.Provider;

/// <summary>Makes the kit's own request of one that Pact's verifier sent.</summary>
internal static class Forwarding
{
    /// <summary>What the connection to the relay brings along, and what a client adds itself.</summary>
    private static readonly FrozenSet<string> NotHandedOn = new[]
    {
        "Accept-Encoding",
        "Connection",
        "Content-Length",
        "Content-Type",
        "Host",
        "Transfer-Encoding",
        "User-Agent",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the run's own credentials take the place of.</summary>
    private static readonly FrozenSet<string> Credentials = new[]
    {
        "Authorization",
        "X-Amz-Content-Sha256",
        "X-Amz-Date",
        "X-Amz-Security-Token",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The same request, byte for byte, as one of the operation that it calls.</summary>
    /// <param name="api">The API.</param>
    /// <param name="sent">What the verifier sent.</param>
    /// <param name="hasCredentials">Whether the kit signs.</param>
    public static RequestDraft Of(Api api, Delivery sent, bool hasCredentials)
    {
        var (path, query) = Split(sent.Target);
        var (operation, segments) = Called(api, sent.Method, path);
        return new RequestDraft(operation, segments, Tree(sent.Body.Span))
        {
            Query = query,
            Headers =
            [
                .. sent.Headers.Where(h =>
                    !NotHandedOn.Contains(h.Name) && !(hasCredentials && Credentials.Contains(h.Name))
                ),
            ],
            Broken = sent.Body.IsEmpty
                ? null
                : new BrokenBody(
                    sent.Body.ToArray(),
                    sent.Header("Content-Type"),
                    "as-sent",
                    "as the contract has it",
                    BodyViolation.LegalForm,
                    NeedsRawSocket: false
                ),
            MayStopBeforeTheApi = path.Contains('%', StringComparison.Ordinal),
        };
    }

    /// <summary>The operation that such a request calls; one made up for it where the API has none.</summary>
    public static (Operation Operation, ImmutableDictionary<string, string> Segments) Called(
        Api api,
        string method,
        string path
    )
    {
        foreach (var operation in api.Operations.Where(o => o.Method == method))
            if (Match(operation.Path, path) is { } segments)
                return (operation, segments);
        return (Unknown(api, method, path), ImmutableDictionary<string, string>.Empty);
    }

    private static ImmutableDictionary<string, string>? Match(string template, string path)
    {
        var (expected, actual) = (template.Split('/'), path.Split('/'));
        if (expected.Length != actual.Length)
            return null;
        var segments = ImmutableDictionary<string, string>.Empty;
        foreach (var (part, octets) in expected.Zip(actual))
            if (part is ['{', .. var name, '}'])
                segments = segments.Add(name, octets);
            else if (part != octets)
                return null;
        return segments;
    }

    /// <summary>An operation that the API does not have.</summary>
    public static Operation Unknown(Api api, string method, string path)
    {
        var source = new Citation("pact", null, "Pact");
        return new Operation(
            api.Name,
            $"{method} {path}",
            method,
            path,
            OperationRole.Supporting,
            source,
            [],
            [],
            new SuccessResponse(200, Level.May, source, "", Level.May, source, []),
            []
        );
    }

    private static (string Path, string? Query) Split(string target)
    {
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? (target, null) : (target[..mark], target[(mark + 1)..]);
    }

    private static JsonValue? Tree(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
            return null;
        try
        {
            return JsonValue.Parse(Encoding.UTF8.GetString(body));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
