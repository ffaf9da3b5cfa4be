using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Conformance.Reports.Formats.Results;
using Conformance.Reports.Matrix;
using Conformance.Schemas;

namespace Conformance.Reports.Formats;

/// <summary>The kill matrix as a versioned JSON document. Its shape is published in <c>prove.schema.json</c>.</summary>
public static class ProveJson
{
    /// <summary>Readers of version 1 take any 1.x and pass over members that they do not know.</summary>
    public const string FormatVersion = "1.0";

    private static readonly JsonSerializerOptions Options = new(ProveContext.Default.Options)
    {
        Encoder = ResultsFormat.Encoder,
    };

    private static readonly JsonWriterOptions Pretty = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = ResultsFormat.Encoder,
    };

    /// <summary>The published JSON Schema of the format.</summary>
    public static string Schema => Resource.Text("prove.schema.json");

    /// <summary>The document in UTF-8, the figures first.</summary>
    public static ReadOnlyMemory<byte> Write(KillMatrix matrix)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Pretty))
        {
            json.WriteStartObject();
            json.WriteString("formatVersion", FormatVersion);
            WriteFigures(json, KillFigures.Of(matrix));
            using var members = JsonSerializer.SerializeToDocument(matrix, Type);
            foreach (var member in members.RootElement.EnumerateObject())
                member.WriteTo(json);
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static JsonTypeInfo<KillMatrix> Type => (JsonTypeInfo<KillMatrix>)Options.GetTypeInfo(typeof(KillMatrix));

    private static void WriteFigures(Utf8JsonWriter json, KillFigures figures)
    {
        json.WriteStartObject("figures");
        json.WriteBoolean("isProved", figures.IsProved);
        json.WriteNumber("defects", figures.Defects);
        json.WriteNumber("killed", figures.Killed);
        json.WriteNumber("killRate", figures.KillRate);
        json.WriteNumber("killedForTheRightReason", figures.KilledForTheRightReason);
        json.WriteNumber("rightReasonRate", figures.RightReasonRate);
        WriteNames(json, "survivors", figures.Survivors.Select(d => d.Name));
        WriteNames(json, "unexcusedSurvivors", figures.UnexcusedSurvivors.Select(d => d.Name));
        json.WriteNumber("variants", figures.Variants);
        WriteNames(json, "falseAlarms", figures.FalseAlarms.Select(v => v.Name));
        WriteNames(json, "unprovedRequirements", figures.UnprovedRequirements.Select(r => r.Id));
        if (figures.MedianRequestsToKill is { } median)
            json.WriteNumber("medianRequestsToKill", median);
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string member, IEnumerable<string> names)
    {
        json.WriteStartArray(member);
        foreach (var name in names)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }
}

/// <summary>How the vocabulary of the matrix is written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [
        typeof(CamelCase<Fate>),
        typeof(CamelCase<Aim>),
        typeof(CamelCase<ConclusionKind>),
        typeof(CamelCase<Level>),
    ]
)]
[JsonSerializable(typeof(KillMatrix))]
internal sealed partial class ProveContext : JsonSerializerContext;
