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
        RejectsDocuments(
            "RejectsNullAsDocument",
            "rejects null as a document",
            "R22",
            d => d.ValueKind == JsonValueKind.Null
        ),
        Row(
            "TakesContentWithoutDocument",
            "takes content without a document",
            "R22",
            () => Members(m => m with { Document = _ => null })
        ),
        RejectsInputs(
            "RejectsNullAsOutputName",
            "rejects null as nodeOutputName",
            "R8",
            input => input.TryGetProperty("nodeOutputName", out var name) && name.ValueKind == JsonValueKind.Null,
            "expected a text, got null"
        ),
        RejectsInputs(
            "RejectsUnknownMembersOfInputs",
            "rejects members of inputs that it does not know",
            "R9",
            input => input.EnumerateObject().Any(p => p.Name is not ("content" or "nodeName" or "nodeOutputName")),
            "expected no other members"
        ),
        RejectsDocuments(
            "TakesTextsAlone",
            "takes documents that are texts alone",
            "R24",
            d => d.ValueKind != JsonValueKind.String
        ),
        RejectsRequests(
            "RejectsLargeDocuments",
            "rejects bodies of more than 64 KiB with 413",
            "bedrock-model",
            IsLarge,
            new Rejection(413, "RequestEntityTooLargeException", "expected a smaller body")
        ),
        RejectsRequests(
            "HasAQuotaForDocuments",
            "rejects bodies of more than 64 KiB with ServiceQuotaExceededException",
            "D3:179",
            IsLarge,
            FlowError.ServiceQuotaExceeded.AsRejection()
        ),
        RejectsDocuments(
            "TakesShortDocumentsAlone",
            "rejects documents of 60000 characters and more as invalid",
            "bedrock-model",
            d => d.GetRawText().Length >= 60_000
        ),
        RejectsRequests(
            "RejectsDeepBodies",
            "rejects bodies that nest deeper than 64",
            "rfc8259",
            request => request.Body.Length > 0 && JsonBody.Read(request).Rejection is not null,
            new Rejection(400, "SerializationException", "expected another body")
        ),
        RejectsRequests(
            "RejectsWrongTypesWithBadRequest",
            "rejects other content types with 400",
            "R11",
            request => Correct.ReadBody(request).Rejection is { Status: 415 },
            FlowError.Validation.AsRejection()
        ),
        RejectsDocuments(
            "RejectsEmptyDocuments",
            "rejects empty documents",
            "R22",
            d => d.GetRawText() is "\"\"" or "{}" or "[]"
        ),
    ];

    /// <summary>Documents of some kind are rejected.</summary>
    private static Variant RejectsDocuments(
        string name,
        string says,
        string allowedBy,
        Func<JsonElement, bool> rejects
    ) => Row(name, says, allowedBy, () => Members(m => m with { Document = content => Complaint(content, rejects) }));

    private static string? Complaint(JsonElement content, Func<JsonElement, bool> rejects) =>
        Correct.Members.Document(content)
        ?? (rejects(content.GetProperty("document")) ? "expected another document" : null);

    /// <summary>Inputs of some kind are rejected.</summary>
    private static Variant RejectsInputs(
        string name,
        string says,
        string allowedBy,
        Func<JsonElement, bool> rejects,
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
                            json.ValueKind == JsonValueKind.Object && rejects(json)
                                ? new(default, complaint)
                                : m.Input(json),
                    }
                )
        );

    /// <summary>Requests of some kind are rejected as a whole.</summary>
    private static Variant RejectsRequests(
        string name,
        string says,
        string allowedBy,
        Func<Incoming, bool> rejects,
        Rejection with
    ) =>
        Row(
            name,
            says,
            allowedBy,
            () =>
                Correct with
                {
                    ReadBody = request => rejects(request) ? new JsonBody(default, with) : Correct.ReadBody(request),
                }
        );

    private static bool IsLarge(Incoming request) => request.Body.Length > 64 << 10;
}
