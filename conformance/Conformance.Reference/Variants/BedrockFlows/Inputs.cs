using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;

namespace Conformance.Reference.Variants.BedrockFlows;

/// <summary>Bodies on which careful readers differ.</summary>
internal static class Inputs
{
    public static readonly ImmutableArray<OldVariant> All =
    [
        new RefusesNullAsDocument(),
        new TakesContentWithoutDocument(),
        new RefusesNullAsOutputName(),
        new RefusesUnknownMembersOfInputs(),
        new TakesTextsAlone(),
        new RefusesLargeDocuments(),
        new HasAQuotaForDocuments(),
        new RefusesDeepBodies(),
        new RefusesWrongTypesWithBadRequest(),
        new RefusesEmptyDocuments(),
    ];

    public static Check<JsonElement> DocumentOf(Func<JsonElement, bool> refuses) =>
        content =>
            FlowTwists.Correct.Members.Document(content)
            ?? (refuses(content.GetProperty("document")) ? "expected another document" : null);
}

/// <summary>Documents of some kind are refused.</summary>
internal abstract class RefusesDocuments(string says, string allowedBy, Func<JsonElement, bool> refuses)
    : FlowVariant(says, allowedBy)
{
    protected sealed override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Members(m => m with { Document = Inputs.DocumentOf(refuses) });
}

internal sealed class RefusesNullAsDocument()
    : RefusesDocuments("refuses null as a document", "R22", d => d.ValueKind == JsonValueKind.Null);

internal sealed class RefusesEmptyDocuments()
    : RefusesDocuments("refuses empty documents", "R22", d => d.GetRawText() is "\"\"" or "{}" or "[]");

internal sealed class TakesTextsAlone()
    : RefusesDocuments("takes documents that are texts alone", "R24", d => d.ValueKind != JsonValueKind.String);

internal sealed class TakesContentWithoutDocument() : FlowVariant("takes content without a document", "R22")
{
    protected override BedrockFlowsBehaviour Twist() => FlowTwists.Members(m => m with { Document = _ => null });
}

internal sealed class RefusesNullAsOutputName() : FlowVariant("refuses null as nodeOutputName", "R8")
{
    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Members(m =>
            m with
            {
                Input = json =>
                    json.ValueKind == JsonValueKind.Object
                    && json.TryGetProperty("nodeOutputName", out var name)
                    && name.ValueKind == JsonValueKind.Null
                        ? new(default, "expected a text, got null")
                        : m.Input(json),
            }
        );
}

internal sealed class RefusesUnknownMembersOfInputs()
    : FlowVariant("refuses members of inputs that it does not know", "R9")
{
    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Members(m =>
            m with
            {
                Input = json =>
                    json.ValueKind == JsonValueKind.Object
                    && json.EnumerateObject().Any(p => p.Name is not ("content" or "nodeName" or "nodeOutputName"))
                        ? new(default, "expected no other members")
                        : m.Input(json),
            }
        );
}

/// <summary>Requests of some kind are refused as a whole.</summary>
internal abstract class RefusesRequests(string says, string allowedBy, Func<Incoming, bool> refuses, Refusal with)
    : FlowVariant(says, allowedBy)
{
    protected sealed override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            ReadBody = request => refuses(request) ? new JsonBody(default, with) : FlowTwists.Correct.ReadBody(request),
        };
}

internal sealed class RefusesLargeDocuments()
    : RefusesRequests(
        "refuses bodies of more than 64 KiB with 413",
        "bedrock-model",
        request => request.Body.Length > 64 << 10,
        new Refusal(413, "RequestEntityTooLargeException", "expected a smaller body")
    );

internal sealed class HasAQuotaForDocuments()
    : RefusesRequests(
        "refuses bodies of more than 64 KiB with ServiceQuotaExceededException",
        "D3:179",
        request => request.Body.Length > 64 << 10,
        FlowError.ServiceQuotaExceeded.AsRefusal()
    );

internal sealed class RefusesDeepBodies()
    : RefusesRequests(
        "refuses bodies that nest deeper than 64",
        "rfc8259",
        request => request.Body.Length > 0 && JsonBody.Read(request).Refusal is not null,
        new Refusal(400, "SerializationException", "expected another body")
    );

internal sealed class RefusesWrongTypesWithBadRequest()
    : RefusesRequests(
        "refuses other content types with 400",
        "R11",
        request => FlowTwists.Correct.ReadBody(request).Refusal is { Status: 415 },
        FlowError.Validation.AsRefusal()
    );
