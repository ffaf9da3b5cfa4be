namespace Conformance.Reference.Http;

/// <summary>Several APIs on one server, told apart by the first segment of the path.</summary>
/// <param name="Claims">The APIs that have paths of their own.</param>
/// <param name="Otherwise">Responds to what none of them claims.</param>
internal sealed record Mounts(ImmutableArray<Mount> Claims, Handler Otherwise) : IAsyncDisposable
{
    /// <summary>Lets the API respond whose path it is.</summary>
    public ValueTask<Response> RespondAsync(Incoming request, CancellationToken ct)
    {
        var first = RequestTarget.Read(request.RawTarget).Segments.FirstOrDefault();
        foreach (var mount in Claims)
            if (mount.FirstSegment == first)
                return mount.Respond(request, ct);
        return Otherwise(request, ct);
    }

    /// <summary>Ends what the APIs own; to be called when no request is being handled any more.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var mount in Claims)
            if (mount.Owned is { } owned)
                await owned.DisposeAsync();
    }
}
