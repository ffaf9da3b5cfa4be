using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Reports.Corpus;
using Conformance.Reports.Formats.Results;

namespace Conformance.Reports.Formats;

/// <summary>
/// A frozen corpus as lines of JSON: first what it is, then one request a line. The same corpus gives the same bytes. The
/// shape of a line is published in <c>corpus.schema.json</c>.
/// </summary>
public static class CorpusLines
{
    /// <summary>Readers of version 1 take any 1.x and pass over members that they do not know.</summary>
    public const string FormatVersion = "1.0";

    // Nobody puts these lines into a page: quotes of bodies stay readable.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The published JSON Schema of a line.</summary>
    public static string Schema => Resource.Text("corpus.schema.json");

    /// <summary>The lines in UTF-8, each ended by a line feed.</summary>
    public static ReadOnlyMemory<byte> Write(FrozenCorpus corpus)
    {
        using var bytes = new MemoryStream();
        Line(bytes, json => Write(json, corpus));
        foreach (var request in corpus.Requests)
            Line(bytes, json => Write(json, request));
        return bytes.ToArray();
    }

    private static void Line(MemoryStream bytes, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(bytes, Compact))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        bytes.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, FrozenCorpus corpus)
    {
        json.WriteString("formatVersion", FormatVersion);
        json.WriteString("kitVersion", corpus.KitVersion);
        json.WriteStartArray("schemas");
        foreach (var schema in corpus.Schemas)
        {
            json.WriteStartObject();
            json.WriteString("api", schema.Api);
            json.WriteString("version", schema.Version);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("profile", corpus.Profile);
        json.WriteNumber("seed", corpus.Seed);
        json.WriteString("runId", corpus.RunId);
        json.WriteNumber("requests", corpus.Requests.Length);
        json.WriteString("requestsDigest", corpus.RequestsDigest);
    }

    private static void Write(Utf8JsonWriter json, FrozenRequest request)
    {
        json.WriteString("scope", request.Scope);
        json.WriteNumber("turn", request.Turn);
        json.WriteString("says", request.Says);
        json.WriteString("method", request.Method);
        json.WriteString("target", request.Target);
        if (request.ContentType is { } contentType)
            json.WriteString("contentType", contentType);
        if (request.Body is { } body)
        {
            json.WritePropertyName("body");
            BodyBytes.Write(json, body.Span);
        }
        if (request.Framing is { } framing)
            json.WriteString("framing", framing);
        if (request.IsUnsigned)
            json.WriteBoolean("isUnsigned", true);
        if (request.NeedsRawSocket)
            json.WriteBoolean("needsRawSocket", true);
    }
}
