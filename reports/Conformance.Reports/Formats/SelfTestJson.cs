using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Conformance.Reports.Formats.Results;
using Conformance.Reports.SelfTest;
using Conformance.Schemas;

namespace Conformance.Reports.Formats;

/// <summary>The report of the self-test as a versioned JSON document. Its shape is published in <c>selftest.schema.json</c>.</summary>
public static class SelfTestJson
{
    /// <summary>Readers of version 2 take any 2.x and pass over members that they do not know.</summary>
    public const string FormatVersion = "2.0";

    private static readonly JsonSerializerOptions Options = new(SelfTestContext.Default.Options)
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
    public static string Schema => Resource.Text("selftest.schema.json");

    /// <summary>The document in UTF-8, the figures first.</summary>
    public static ReadOnlyMemory<byte> Write(SelfTestReport report)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Pretty))
        {
            json.WriteStartObject();
            json.WriteString("formatVersion", FormatVersion);
            WriteFigures(json, SelfTestFigures.Of(report));
            using var members = JsonSerializer.SerializeToDocument(report, Type);
            foreach (var member in members.RootElement.EnumerateObject())
                member.WriteTo(json);
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static JsonTypeInfo<SelfTestReport> Type =>
        (JsonTypeInfo<SelfTestReport>)Options.GetTypeInfo(typeof(SelfTestReport));

    private static void WriteFigures(Utf8JsonWriter json, SelfTestFigures figures)
    {
        json.WriteStartObject("figures");
        json.WriteBoolean("isPassed", figures.IsPassed);
        json.WriteNumber("mutants", figures.Mutants);
        json.WriteNumber("killed", figures.Killed);
        json.WriteNumber("mutationScore", figures.MutationScore);
        json.WriteNumber("killedForTheRightReason", figures.KilledForTheRightReason);
        json.WriteNumber("rightReasonRate", figures.RightReasonRate);
        WriteNames(json, "survivors", figures.Survivors.Select(d => d.Name));
        WriteNames(json, "unexcusedSurvivors", figures.UnexcusedSurvivors.Select(d => d.Name));
        WriteNames(json, "unexcusedOtherReasons", figures.UnexcusedOtherReasons.Select(m => m.Name));
        WriteNames(json, "kitFaults", figures.KitFaults.Select(m => m.Name));
        json.WriteNumber("variants", figures.Variants);
        WriteNames(json, "falseAccusations", figures.FalseAccusations.Select(v => v.Name));
        WriteNames(json, "unfailedRequirements", figures.UnfailedRequirements.Select(r => r.Id));
        WriteNames(json, "redundantParts", figures.RedundantParts.Select(p => p.Name));
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

/// <summary>How the vocabulary of the self-test is written as JSON.</summary>
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
[JsonSerializable(typeof(SelfTestReport))]
internal sealed partial class SelfTestContext : JsonSerializerContext;
