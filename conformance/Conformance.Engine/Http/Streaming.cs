using Conformance.Reports;

namespace Conformance.Engine.Http;

/// <summary>Which responses are read as streams: with the larger limit, arrivals noted, and kept where they break off.</summary>
internal static class Streaming
{
    /// <summary>Media type of framed events (Amazon Event Stream Specification).</summary>
    internal const string MediaType = "application/vnd.amazon.eventstream";

    /// <summary>Framed events always; JSON too where a success of the operation is a stream, since D3 prints it as JSON.</summary>
    internal static bool Is(WireRequest request, ResponseHead head) =>
        (request.ExpectsStream && head.Status is >= 200 and < 300) || IsFramed(head.Headers);

    private static bool IsFramed(ImmutableArray<Header> headers)
    {
        foreach (var header in headers)
            if (header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                return header.Value.StartsWith(MediaType, StringComparison.OrdinalIgnoreCase);
        return false;
    }
}
