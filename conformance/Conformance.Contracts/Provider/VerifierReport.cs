using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reports.Text;

namespace Conformance.Contracts.Provider;

/// <summary>What became of one interaction.</summary>
/// <param name="Description">Its description in the pact.</param>
/// <param name="IsOk">Whether it was as expected.</param>
/// <param name="Mismatches">What was not, sorted: Pact's order varies.</param>
/// <param name="Error">Why it could not be verified at all; null where it could.</param>
public sealed record InteractionResult(
    string Description,
    bool IsOk,
    ImmutableArray<Mismatch> Mismatches,
    string? Error
);

/// <summary>One difference between what a contract expects and what came.</summary>
/// <param name="Where">The part of the response: <c>status</c>, <c>header Content-Type</c>, <c>$.workflowRunId</c>.</param>
/// <param name="Expected">What was expected there, in Pact's writing; null where Pact doesn't say.</param>
/// <param name="Actual">What came there, in Pact's writing; null where Pact doesn't say.</param>
/// <param name="Says">The difference in Pact's words.</param>
public sealed record Mismatch(string Where, string? Expected, string? Actual, string Says)
{
    private const string Status = "status";
    private const string Field = "header ";

    /// <summary>Whether it is in the status.</summary>
    internal bool IsStatus => Where == Status;

    /// <summary>The header field that it is in; null where it is in none.</summary>
    internal string? FieldName => Where.StartsWith(Field, StringComparison.Ordinal) ? Where[Field.Length..] : null;

    /// <summary>Such as <c>$.workflowRunId: Expected 'x' to match '[0-9]+'</c>.</summary>
    public override string ToString() => $"{Where}: {Says}";
}

/// <summary>Reads what Pact's verifier says.</summary>
public static class VerifierReport
{
    private const string Results = "interactionResults";

    // More than a report shows of any.
    private const int LongestText = 4_000;

    /// <summary>
    /// The results alone, with long texts shortened: Pact names each value that differs several times over, and a target
    /// decides how long they are. As it came where it is not what a verifier says.
    /// </summary>
    public static VerifierResponse Brief(VerifierResponse response)
    {
        if (response.Json is not { Length: > LongestText } json)
            return response;
        try
        {
            return JsonNode.Parse(json)?[Results] is { } results
                ? response with
                {
                    Json = new JsonObject { [Results] = Brief(results) }.ToJsonString(),
                }
                : response;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return response;
        }
    }

    private static JsonNode? Brief(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Brief(m.Value)))),
            JsonArray items => new JsonArray([.. items.Select(Brief)]),
            JsonValue value when value.TryGetValue<string>(out var text) => Shortened.To(LongestText, text),
            _ => node?.DeepClone(),
        };

    /// <summary>One result for each interaction that was verified.</summary>
    /// <exception cref="VerifierLostException">It is not what a verifier says.</exception>
    public static ImmutableArray<InteractionResult> Read(VerifierResponse response)
    {
        try
        {
            using var report = JsonDocument.Parse(response.Json ?? "");
            return [.. report.RootElement.GetProperty(Results).EnumerateArray().Select(Result)];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new VerifierLostException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Pact's verifier ended with {response.Code} and no results"
                ),
                e
            );
        }
    }

    private static InteractionResult Result(JsonElement result)
    {
        var mismatch = Member(result, "mismatch");
        return new InteractionResult(
            Text(result, "description") ?? "",
            Text(result, "result") == "OK",
            mismatch is { } found && Member(found, "mismatches") is { ValueKind: JsonValueKind.Array } all
                ? [.. all.EnumerateArray().Select(One).Order(Comparer<Mismatch>.Create(Compare))]
                : [],
            mismatch is { } error ? Text(error, "message") : null
        );
    }

    private static Mismatch One(JsonElement mismatch) =>
        new(
            Where(mismatch),
            Text(mismatch, "expected"),
            Text(mismatch, "actual"),
            Text(mismatch, "mismatch") ?? Text(mismatch, "type") ?? "a mismatch"
        );

    private static string Where(JsonElement mismatch) =>
        Text(mismatch, "type") switch
        {
            "StatusMismatch" => "status",
            "HeaderMismatch" => $"header {Text(mismatch, "key")}",
            "BodyMismatch" => Text(mismatch, "path") ?? "body",
            "BodyTypeMismatch" => "body",
            var other => Text(mismatch, "path") ?? other ?? "response",
        };

    // The status explains the rest, so it comes first.
    private static int Compare(Mismatch one, Mismatch other)
    {
        var byStatus = (other.Where == "status").CompareTo(one.Where == "status");
        return byStatus != 0 ? byStatus : string.CompareOrdinal(one.ToString(), other.ToString());
    }

    private static JsonElement? Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement value, string name) =>
        Member(value, name) switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } or null => null,
            { } other => other.GetRawText(),
        };
}
