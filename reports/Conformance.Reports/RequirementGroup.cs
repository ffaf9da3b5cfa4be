using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conformance.Reports;

/// <summary>
/// A kind of requirement: what a report's matrix counts, what requests are planned by, and what a run waits by. An API from
/// outside may bring groups of its own, so the names are open; those that the kit itself tells apart stand here.
/// </summary>
/// <param name="Name">The stable name, which reports and the results file show: <c>length</c>.</param>
[JsonConverter(typeof(RequirementGroupConverter))]
public sealed record RequirementGroup(string Name)
{
    /// <summary>Whole requests that break nothing.</summary>
    public static readonly RequirementGroup Request = new("request");

    /// <summary>Members that are required or may be left out.</summary>
    public static readonly RequirementGroup Presence = new("presence");

    /// <summary>Kinds of JSON.</summary>
    public static readonly RequirementGroup Type = new("type");

    /// <summary>Lengths of texts.</summary>
    public static readonly RequirementGroup Length = new("length");

    /// <summary>Patterns of texts.</summary>
    public static readonly RequirementGroup Pattern = new("pattern");

    /// <summary>Numbers, choices and counts of items.</summary>
    public static readonly RequirementGroup Value = new("value");

    /// <summary>What an accepted request gets.</summary>
    public static readonly RequirementGroup Response = new("response");

    /// <summary>What a rejected request gets.</summary>
    public static readonly RequirementGroup Error = new("error");

    /// <summary>Bodies as a whole: framing, encodings, media types.</summary>
    public static readonly RequirementGroup Body = new("body");

    /// <summary>How a request's URI is written.</summary>
    public static readonly RequirementGroup Uri = new("uri");

    /// <summary>Credentials.</summary>
    public static readonly RequirementGroup Authentication = new("authentication");

    /// <summary>What the target remembers from one request to the next.</summary>
    public static readonly RequirementGroup State = new("state");

    /// <summary>The kit's own contracts.</summary>
    public static readonly RequirementGroup Contract = new("contract");

    /// <summary>Other people's pacts.</summary>
    public static readonly RequirementGroup Pact = new("pact");

    /// <summary>What is only recorded.</summary>
    public static readonly RequirementGroup Observation = new("observation");

    /// <summary>What the kit does for itself, which no report counts: looking ahead, relaying.</summary>
    public static readonly RequirementGroup Kit = new("kit");

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}

/// <summary>A group as its name.</summary>
internal sealed class RequirementGroupConverter : JsonConverter<RequirementGroup>
{
    public override RequirementGroup Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) =>
        reader.TokenType == JsonTokenType.String
            ? new(reader.GetString()!)
            : throw new JsonException($"expected a group as a string, got {reader.TokenType}");

    public override void Write(Utf8JsonWriter writer, RequirementGroup value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Name);
}
