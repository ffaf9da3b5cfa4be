using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;

namespace Conformance.Reference.Http;

/// <summary>A response, complete and ready to be sent.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Bytes of the body.</param>
/// <param name="Headers">Header lines; the length of the body is added when it is sent.</param>
public sealed record Answer(int Status, ReadOnlyMemory<byte> Body, ImmutableArray<KeyValuePair<string, string>> Headers)
{
    private static readonly ImmutableArray<KeyValuePair<string, string>> JsonHeaders =
    [
        new("Content-Type", "application/json"),
    ];

    /// <summary>An answer whose body is one JSON object with the members that <paramref name="write"/> writes.</summary>
    public static Answer Json(int status, Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }
        return new Answer(status, bytes.WrittenMemory, JsonHeaders);
    }

    /// <summary>The value of this header, without regard to case, or null.</summary>
    public string? Header(string name)
    {
        foreach (var header in Headers)
            if (header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return header.Value;
        return null;
    }

    /// <summary>The same answer with this header set to this value alone.</summary>
    public Answer WithHeader(string name, string value)
    {
        var without = WithoutHeader(name);
        return without with { Headers = without.Headers.Add(new(name, value)) };
    }

    /// <summary>The same answer without this header.</summary>
    public Answer WithoutHeader(string name) =>
        Header(name) is null
            ? this
            : this with
            {
                Headers = Headers.RemoveAll(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)),
            };
}
