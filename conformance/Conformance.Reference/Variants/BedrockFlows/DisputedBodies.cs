using System.Text.Json;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Variants.BedrockFlows.FlowVariant;

namespace Conformance.Reference.Variants.BedrockFlows;

/// <summary>Bodies on which careful readers differ.</summary>
internal static class DisputedBodies
{
    public static readonly ImmutableArray<Variant> Rows =
    [
        RefusesDocuments(
            "RefusesNullAsDocument",
            "refuses null as a document",
            "R22",
            d => d.ValueKind == JsonValueKind.Null
        ),
        Row(
            "TakesContentWithoutDocument",
            "takes content without a document",
            "R22",
            () => Members(m => m with { Document = _ => null })
        ),
        RefusesInputs(
            "RefusesNullAsOutputName",
            "refuses null as nodeOutputName",
            "R8",
            input => input.TryGetProperty("nodeOutputName", out var name) && name.ValueKind == JsonValueKind.Null,
            "expected a text, got null"
        ),
        RefusesInputs(
            "RefusesUnknownMembersOfInputs",
            "refuses members of inputs that it does not know",
            "R9",
            input => input.EnumerateObject().Any(p => p.Name is not ("content" or "nodeName" or "nodeOutputName")),
            "expected no other members"
        ),
        RefusesDocuments(
            "TakesTextsAlone",
            "takes documents that are texts alone",
            "R24",
            d => d.ValueKind != JsonValueKind.String
        ),
        RefusesRequests(
            "RefusesLargeDocuments",
            "refuses bodies of more than 64 KiB with 413",
            "bedrock-model",
            IsLarge,
            new Refusal(413, "RequestEntityTooLargeException", "expected a smaller body")
        ),
        RefusesRequests(
            "HasAQuotaForDocuments",
            "refuses bodies of more than 64 KiB with ServiceQuotaExceededException",
            "D3:179",
            IsLarge,
            FlowError.ServiceQuotaExceeded.AsRefusal()
        ),
        RefusesDocuments(
            "TakesShortDocumentsAlone",
            "refuses documents of 60000 characters and more as invalid",
            "bedrock-model",
            d => d.GetRawText().Length >= 60_000
        ),
        RefusesRequests(
            "RefusesDeepBodies",
            "refuses bodies that nest deeper than 64",
            "rfc8259",
            request => request.Body.Length > 0 && JsonBody.Read(request).Refusal is not null,
            new Refusal(400, "SerializationException", "expected another body")
        ),
        RefusesRequests(
            "RefusesWrongTypesWithBadRequest",
            "refuses other content types with 400",
            "R11",
            request => Correct.ReadBody(request).Refusal is { Status: 415 },
            FlowError.Validation.AsRefusal()
        ),
        RefusesDocuments(
            "RefusesEmptyDocuments",
            "refuses empty documents",
            "R22",
            d => d.GetRawText() is "\"\"" or "{}" or "[]"
        ),
    ];

    /// <summary>Documents of some kind are rejected.</summary>
    private static Variant RefusesDocuments(
        string name,
        string says,
        string allowedBy,
        Func<JsonElement, bool> refuses
    ) => Row(name, says, allowedBy, () => Members(m => m with { Document = content => Complaint(content, refuses) }));

    private static string? Complaint(JsonElement content, Func<JsonElement, bool> refuses) =>
        Correct.Members.Document(content)
        ?? (refuses(content.GetProperty("document")) ? "expected another document" : null);

    /// <summary>Inputs of some kind are rejected.</summary>
    private static Variant RefusesInputs(
        string name,
        string says,
        string allowedBy,
        Func<JsonElement, bool> refuses,
        string complaint
    ) =>
        Row(
            name,
            says,
            allowedBy,
            () =>
                Members(m =>
                    m with
                    {
                        Input = json =>
                            json.ValueKind == JsonValueKind.Object && refuses(json)
                                ? new(default, complaint)
                                : m.Input(json),
                    }
                )
        );

    /// <summary>Requests of some kind are rejected as a whole.</summary>
    private static Variant RefusesRequests(
        string name,
        string says,
        string allowedBy,
        Func<Incoming, bool> refuses,
        Refusal with
    ) =>
        Row(
            name,
            says,
            allowedBy,
            () =>
                Correct with
                {
                    ReadBody = request => refuses(request) ? new JsonBody(default, with) : Correct.ReadBody(request),
                }
        );

    private static bool IsLarge(Incoming request) => request.Body.Length > 64 << 10;
}
