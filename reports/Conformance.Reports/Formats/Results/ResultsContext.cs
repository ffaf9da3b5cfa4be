using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Conformance.Schemas;

namespace Conformance.Reports.Formats.Results;

/// <summary>
/// How the vocabulary is written as JSON. A changed member of a record is a changed format: the tests hold every
/// member against the published schema.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    Converters = [
        typeof(CamelCase<Outcome>),
        typeof(CamelCase<SkipReason>),
        typeof(CamelCase<CauseKind>),
        typeof(CamelCase<Level>),
        typeof(CamelCase<TransportFailureKind>),
        typeof(CamelCase<CoverageSide>),
        typeof(CamelCase<CoverageStanding>),
    ]
)]
[JsonSerializable(typeof(RunReport))]
internal sealed partial class ResultsContext : JsonSerializerContext;

/// <summary>The format with letters of every script as they are.</summary>
internal static class ResultsFormat
{
    public static JavaScriptEncoder Encoder { get; } = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>The format with these converters in front of its own.</summary>
    public static JsonTypeInfo<T> Type<T>(params ReadOnlySpan<JsonConverter> converters)
    {
        var options = new JsonSerializerOptions(ResultsContext.Default.Options)
        {
            Encoder = Encoder,
            TypeInfoResolver = ResultsContext.Default.WithAddedModifier(LetNullableBeAbsent),
        };
        foreach (var converter in converters)
            options.Converters.Insert(0, converter);
        return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }

    /// <summary>What is null is left out when written, so it may be missing when read.</summary>
    private static void LetNullableBeAbsent(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
            if (member.AssociatedParameter is { IsNullable: true })
                member.IsRequired = false;
    }
}

/// <summary>Names of an enumeration as the format spells them; numbers are refused.</summary>
internal sealed class CamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
