using System.Text.Json;

namespace Conformance.Reports.Formats.Results;

/// <summary>The bodies of a results document, each once, by the SHA-256 of its bytes in hex.</summary>
internal sealed class BodyTable
{
    /// <summary>The document's member that holds them.</summary>
    public const string Member = "bodies";

    private readonly SortedDictionary<string, ReadOnlyMemory<byte>> _bodies = new(StringComparer.Ordinal);

    /// <summary>The table of a document; an empty one where it has none.</summary>
    /// <exception cref="JsonException">It holds something else.</exception>
    public static BodyTable Of(JsonElement document)
    {
        var table = new BodyTable();
        if (!document.TryGetProperty(Member, out var bodies))
            return table;
        if (bodies.ValueKind != JsonValueKind.Object)
            throw new JsonException($"expected {Member} to be an object, got {bodies.ValueKind}");
        foreach (var body in bodies.EnumerateObject())
            table._bodies[body.Name] = BodyBytes.Read(body.Value);
        return table;
    }

    /// <summary>Adds a body, and gives its digest.</summary>
    public string Add(ReadOnlyMemory<byte> bytes)
    {
        var digest = new Body(bytes).Digest;
        _bodies[digest] = bytes;
        return digest;
    }

    /// <summary>The bytes with this digest.</summary>
    /// <exception cref="JsonException">The document has none.</exception>
    public ReadOnlyMemory<byte> Find(string digest) =>
        _bodies.TryGetValue(digest, out var bytes)
            ? bytes
            : throw new JsonException($"expected the body {digest} in {Member}, got none");

    /// <summary>Writes the member with all of them, in the order of their digests.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject(Member);
        foreach (var (digest, bytes) in _bodies)
        {
            json.WritePropertyName(digest);
            BodyBytes.Write(json, bytes.Span);
        }
        json.WriteEndObject();
    }
}
