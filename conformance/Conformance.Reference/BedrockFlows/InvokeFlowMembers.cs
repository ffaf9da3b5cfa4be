using System.Text.Json;
using Conformance.Reference.Http;

namespace Conformance.Reference.BedrockFlows;

/// <summary>The members of InvokeFlow's body, each with what is demanded of it (D3:9, D3:39..47).</summary>
public sealed record InvokeFlowMembers
{
    /// <summary>The list of inputs.</summary>
    public Member<JsonElement> Inputs { get; init; } = new("inputs", true, JsonKinds.Array, ExactlyOne);

    /// <summary>Reads the only item of the list.</summary>
    public Func<JsonElement, ReadValue<JsonElement>> Input { get; init; } = JsonKinds.Object;

    public Member<JsonElement> Content { get; init; } = Member.Object("inputs[0].content", true);

    /// <summary>
    /// Says what is wrong with the content. Its member <c>document</c> is any JSON value, and so null is one (interpretation
    /// R22).
    /// </summary>
    public Check<JsonElement> Document { get; init; } = HasDocument;

    public Member<string> NodeName { get; init; } = Member.Text("inputs[0].nodeName", true, FlowChecks.NodeName);

    public Member<string> NodeOutputName { get; init; } =
        Member.Text("inputs[0].nodeOutputName", false, FlowChecks.NodeName);

    /// <summary>Reads all members; what is wrong is added to <paramref name="faults"/>, and then the result is void.</summary>
    public FlowInput Read(JsonElement body, ICollection<FieldFault> faults)
    {
        var inputs = Inputs.Read(body, faults);
        if (inputs.ValueKind != JsonValueKind.Array)
            return new FlowInput("", null, default);
        var input = Input(inputs.EnumerateArray().FirstOrDefault());
        if (input.Complaint is { } complaint)
        {
            faults.Add(new FieldFault("inputs[0]", complaint));
            return new FlowInput("", null, default);
        }
        var content = Content.Read(input.Value, faults);
        if (content.ValueKind == JsonValueKind.Object && Document(content) is { } missing)
            faults.Add(new FieldFault("inputs[0].content.document", missing));
        var document = content.ValueKind == JsonValueKind.Object ? DocumentIn(content) : default;
        return new FlowInput(NodeName.Read(input.Value, faults)!, NodeOutputName.Read(input.Value, faults), document);
    }

    private static JsonElement DocumentIn(JsonElement content) =>
        content.TryGetProperty("document", out var document) ? document : default;

    private static string? HasDocument(JsonElement content) =>
        DocumentIn(content).ValueKind == JsonValueKind.Undefined
            ? "expected a value, got none: this member is required"
            : null;

    private static string? ExactlyOne(JsonElement inputs) =>
        inputs.GetArrayLength() == 1 ? null : $"expected exactly 1 item, got {inputs.GetArrayLength()}";
}
