namespace Conformance.Reports.Corpus;

/// <summary>The requests of a run, as they were sent to the kit's own reference target.</summary>
/// <param name="KitVersion">Version of the kit.</param>
/// <param name="Schemas">Versions of the schemas, by API.</param>
/// <param name="Profile">smoke, standard or nightly.</param>
/// <param name="Seed">Seed of every random choice.</param>
/// <param name="RunId">Short prefix of every name and token in the requests.</param>
/// <param name="RequestsDigest">The digest that a run with this seed reports.</param>
/// <param name="Requests">In canonical order: by scope, then by turn.</param>
public sealed record FrozenCorpus(
    string KitVersion,
    ImmutableArray<SchemaVersion> Schemas,
    string Profile,
    long Seed,
    string RunId,
    string RequestsDigest,
    ImmutableArray<FrozenRequest> Requests
);

/// <summary>One request before it is signed; <c>{given}</c> stands for what the target or the machine gave.</summary>
/// <param name="Scope">Id of the requirement that it is sent for, or <c>preflight/…</c> or <c>clean-up</c>.</param>
/// <param name="Turn">Its turn within the scope, from 1; 0 where the scope has no order.</param>
/// <param name="Says">What the request does, in words.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Target">Path and query as sent; the path of the base URL comes in front.</param>
/// <param name="ContentType">Value of the Content-Type header; null for no such header.</param>
/// <param name="Body">Bytes of the body; null where there is none.</param>
public sealed record FrozenRequest(
    string Scope,
    int Turn,
    string Says,
    string Method,
    string Target,
    string? ContentType,
    ReadOnlyMemory<byte>? Body
)
{
    /// <summary>Whether it stays without credentials on purpose.</summary>
    public bool IsUnsigned { get; init; }

    /// <summary>How its bytes stand on the connection, such as <c>Chunked</c>; null for the usual way.</summary>
    public string? Framing { get; init; }

    /// <summary>Whether it is written to a socket as it stands, because HTTP clients would tidy it up.</summary>
    public bool NeedsRawSocket { get; init; }
}
