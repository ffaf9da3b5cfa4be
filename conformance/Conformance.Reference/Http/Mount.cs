namespace Conformance.Reference.Http;

/// <summary>Where an API stands among others on one server.</summary>
/// <param name="FirstSegment">Every path that begins with this segment, once decoded, is the API's own.</param>
/// <param name="Respond">Responds to the requests for these paths, unknown ones among them.</param>
internal sealed record Mount(string FirstSegment, Handler Respond)
{
    /// <summary>What has to end with the server, such as work in the background; null for an API without any.</summary>
    public IAsyncDisposable? Owned { get; init; }
}
