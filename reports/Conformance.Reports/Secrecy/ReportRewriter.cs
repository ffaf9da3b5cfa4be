using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Conformance.Reports.Formats.Results;
using Conformance.Schemas;

namespace Conformance.Reports.Secrecy;

/// <summary>
/// Copies records along the contract of the results file, so that every text and every body in them passes a function.
/// A new member of a record is a member of the contract, and can't be forgotten. Not for concurrent callers.
/// </summary>
internal sealed class ReportRewriter
{
    private readonly List<object?> _kept = [];
    private readonly JsonTypeInfo<RunReport> _ofReport;

    /// <param name="text">What a text becomes.</param>
    /// <param name="body">What a body becomes.</param>
    public ReportRewriter(Func<string, string> text, Func<Body, Body> body)
    {
        _ofReport = ResultsFormat.Type<RunReport>(
            new Kept<string>(_kept, text),
            new Kept<Body>(_kept, body),
            new Kept<Header>(_kept, header => SecretHeaders.Without(header, text)),
            // What the kit's own schemas say is no target's, and ids must stay the same.
            new Kept<Requirement>(_kept, same => same),
            new Kept<Interpretation>(_kept, same => same)
        );
    }

    /// <summary>The copy.</summary>
    public RunReport Rewritten(RunReport report)
    {
        _kept.Clear();
        return JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(report, _ofReport), _ofReport)!;
    }

    /// <summary>Hands a value over as it is: the document in between has only its number.</summary>
    private sealed class Kept<T>(List<object?> kept, Func<T, T> rewritten) : JsonConverter<T>
    {
        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            writer.WriteNumberValue(kept.Count);
            kept.Add(rewritten(value));
        }

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (T)kept[reader.GetInt32()]!;
    }
}
