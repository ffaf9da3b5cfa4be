using System.Buffers;
using System.Text.Json;

namespace Conformance.Reference.Http;

/// <summary>A response, ready to be sent.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Bytes of the body; empty for one that comes in <see cref="Chunks"/>.</param>
/// <param name="Headers">Header lines; the length of the body, or that it is chunked, is added when it is sent.</param>
public sealed record Response(
    int Status,
    ReadOnlyMemory<byte> Body,
    ImmutableArray<KeyValuePair<string, string>> Headers
)
{
    private static readonly ImmutableArray<KeyValuePair<string, string>> JsonHeaders =
    [
        new("Content-Type", "application/json"),
    ];

    /// <summary>
    /// The body of a stream: sent without a length, each part flushed before the next one is asked for. An exception
    /// that it throws breaks the connection off, so that the client sees an incomplete body. Null for a body that is
    /// complete.
    /// </summary>
    public IAsyncEnumerable<ReadOnlyMemory<byte>>? Chunks { get; init; }

    /// <summary>A response whose body is one JSON object with the members that <paramref name="write"/> writes.</summary>
    public static Response Json(int status, Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }
        return new Response(status, bytes.WrittenMemory, JsonHeaders);
    }

    /// <summary>The value of this header, without regard to case, or null.</summary>
    public string? Header(string name)
    {
        foreach (var header in Headers)
            if (header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return header.Value;
        return null;
    }

    /// <summary>The same response with this header set to this value alone.</summary>
    public Response WithHeader(string name, string value)
    {
        var without = WithoutHeader(name);
        return without with { Headers = without.Headers.Add(new(name, value)) };
    }

    /// <summary>The same response without this header.</summary>
    public Response WithoutHeader(string name) =>
        Header(name) is null
            ? this
            : this with
            {
                Headers = Headers.RemoveAll(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)),
            };
}
