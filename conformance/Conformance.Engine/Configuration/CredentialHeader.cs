namespace Conformance.Engine.Configuration;

/// <summary>Which headers may carry a credential.</summary>
internal static class CredentialHeader
{
    /// <summary>
    /// Headers that say where a request goes, how long it is, how it travels and what may come back: the kit writes them
    /// itself, or a client library acts on them, and a credential among them would change what is tested.
    /// </summary>
    public static readonly ImmutableSortedSet<string> Reserved = ImmutableSortedSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Accept",
        "Accept-Encoding",
        "Connection",
        "Content-Encoding",
        "Content-Length",
        "Content-Type",
        "Expect",
        "Host",
        "HTTP2-Settings",
        "Keep-Alive",
        "Proxy-Authorization",
        "Proxy-Connection",
        "Range",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade"
    );

    /// <summary>Why it can't, as the end of a sentence; null where it can. HTTP/2's pseudo headers are no tokens.</summary>
    public static string? Problem(string name) =>
        CredentialText.TokenProblem(name)
        ?? (
            Reserved.Contains(name)
                ? $"is {name}, which the kit writes itself, and no header for credentials such as Authorization"
                : null
        );
}
