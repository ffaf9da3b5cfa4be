using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Defects.BedrockFlows;

/// <summary>Bodies with the wrong inputs in them, that are taken all the same.</summary>
internal static class FlowInputs
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new TakesNoInputs(),
        new TakesTwoInputs(),
        new TakesManyInputs(),
        new TakesAnInputOutsideOfAnArray(),
        new TakesTextAsInputs(),
        new TakesTextAsInput(),
        new TakesInputsThatAreMissing(),
        new TakesNullAsInputs(),
        new TakesContentThatIsMissing(),
        new TakesNullAsContent(),
        new TakesBareTextAsContent(),
        new TakesBareArrayAsContent(),
        new TakesNodeNameThatIsMissing(),
        new TakesNullAsNodeName(),
        new TakesNumberAsNodeName(),
        new TakesArrayAsNodeName(),
        new TakesAnythingAsNodeOutputName(),
        new TakesNumberAsNodeOutputName(),
    ];

    /// <summary>An input that fits every flow.</summary>
    public static JsonObject Standing() =>
        new()
        {
            ["content"] = new JsonObject { ["document"] = "a stand-in" },
            ["nodeName"] = Offer.InputNode,
        };
}

/// <summary>The body is mended before it is looked at.</summary>
internal abstract class MendsBodies(string says, Action<JsonObject> mend, params ImmutableArray<string> breaks)
    : FlowDefect(says, breaks)
{
    protected sealed override BedrockFlowsBehaviour Twist() => FlowTwists.Bodies(mend);
}

/// <summary>The only input is mended before it is looked at.</summary>
internal abstract class MendsInput(string says, Action<JsonObject> mend, params ImmutableArray<string> breaks)
    : MendsBodies(
        says,
        body =>
        {
            if (FlowTwists.InputOf(body) is { } input)
                mend(input);
        },
        breaks
    );

internal sealed class TakesNoInputs()
    : MendsBodies(
        "takes an array without an input",
        body =>
        {
            if (body["inputs"] is JsonArray { Count: 0 } inputs)
                inputs.Add(FlowInputs.Standing());
        },
        "inputs/minItems/rejected"
    );

/// <summary>Of several inputs the first is taken.</summary>
internal abstract class TakesTheFirstOf(string says, int fewest, int most)
    : MendsBodies(
        says,
        body =>
        {
            if (body["inputs"] is JsonArray inputs && inputs.Count >= fewest && inputs.Count <= most)
                body["inputs"] = new JsonArray(inputs[0]?.DeepClone());
        },
        "inputs/maxItems/rejected"
    );

internal sealed class TakesTwoInputs() : TakesTheFirstOf("takes the first of two inputs", 2, 2);

internal sealed class TakesManyInputs() : TakesTheFirstOf("takes the first of many inputs", 10, int.MaxValue);

internal sealed class TakesAnInputOutsideOfAnArray()
    : MendsBodies(
        "takes an input that stands in no array",
        body =>
        {
            if (body["inputs"] is JsonObject input)
                body["inputs"] = new JsonArray(input.DeepClone());
        },
        "inputs/type/rejected"
    );

internal sealed class TakesTextAsInputs()
    : MendsBodies(
        "takes a text as inputs",
        body =>
        {
            if (body["inputs"] is JsonValue)
                body["inputs"] = new JsonArray(FlowInputs.Standing());
        },
        "inputs/type/rejected"
    );

internal sealed class TakesTextAsInput()
    : MendsBodies(
        "takes a text as an input",
        body =>
        {
            if (body["inputs"] is JsonArray { Count: 1 } inputs && inputs[0] is JsonValue)
                inputs[0] = FlowInputs.Standing();
        },
        "inputs[]/type/rejected"
    );

internal sealed class TakesInputsThatAreMissing()
    : MendsBodies(
        "takes a body without inputs",
        body => body.TryAdd("inputs", new JsonArray(FlowInputs.Standing())),
        "inputs/required/rejected",
        "body/empty"
    )
{
    /// <summary>The error that a missing member provokes is looked for elsewhere.</summary>
    protected override ImmutableArray<string> AlsoBreaksOfFlow => ["body/*"];
}

internal sealed class TakesNullAsInputs()
    : MendsBodies(
        "takes null as inputs",
        body =>
        {
            if (body.ContainsKey("inputs"))
                body["inputs"] ??= new JsonArray(FlowInputs.Standing());
        },
        "inputs/required/null-rejected"
    );

internal sealed class TakesContentThatIsMissing()
    : MendsInput(
        "takes an input without content",
        input => input.TryAdd("content", FlowInputs.Standing()["content"]!.DeepClone()),
        "inputs[].content/required/rejected"
    );

internal sealed class TakesNullAsContent()
    : MendsInput(
        "takes null as content",
        input =>
        {
            if (input.ContainsKey("content"))
                input["content"] ??= FlowInputs.Standing()["content"]!.DeepClone();
        },
        "inputs[].content/required/null-rejected"
    );

/// <summary>Content that is no object is taken for the document.</summary>
internal abstract class TakesBareContent<TNode>(string says)
    : MendsInput(
        says,
        input =>
        {
            if (input["content"] is TNode and JsonNode bare)
                input["content"] = new JsonObject { ["document"] = bare.DeepClone() };
        },
        "inputs[].content/type/rejected"
    );

internal sealed class TakesBareTextAsContent() : TakesBareContent<JsonValue>("takes a text as content");

internal sealed class TakesBareArrayAsContent() : TakesBareContent<JsonArray>("takes an array as content");

internal sealed class TakesNodeNameThatIsMissing()
    : MendsInput(
        "takes an input without nodeName",
        input => input.TryAdd("nodeName", Offer.InputNode),
        "inputs[].nodeName/required/rejected"
    );

internal sealed class TakesNullAsNodeName()
    : MendsInput(
        "takes null as nodeName",
        input =>
        {
            if (input.ContainsKey("nodeName"))
                input["nodeName"] ??= Offer.InputNode;
        },
        "inputs[].nodeName/required/null-rejected"
    );

/// <summary>A name of the wrong kind is passed over.</summary>
internal abstract class PassesOver(string says, string member, Func<JsonNode, bool> passes, string? instead)
    : MendsInput(
        says,
        input =>
        {
            if (input[member] is not { } name || !passes(name))
                return;
            input.Remove(member);
            if (instead is not null)
                input[member] = instead;
        },
        $"inputs[].{member}/type/rejected"
    )
{
    protected static bool IsNumber(JsonNode node) => node.GetValueKind() == System.Text.Json.JsonValueKind.Number;
}

internal sealed class TakesNumberAsNodeName()
    : PassesOver("takes a number as nodeName", "nodeName", IsNumber, Offer.InputNode);

internal sealed class TakesArrayAsNodeName()
    : PassesOver("takes an array as nodeName", "nodeName", name => name is JsonArray, Offer.InputNode);

internal sealed class TakesNumberAsNodeOutputName()
    : PassesOver("takes a number as nodeOutputName", "nodeOutputName", IsNumber, null);

internal sealed class TakesAnythingAsNodeOutputName()
    : PassesOver("takes anything as nodeOutputName", "nodeOutputName", _ => true, null)
{
    protected override ImmutableArray<string> AlsoBreaksOfFlow => ["inputs[].nodeOutputName/pattern/rejected"];
}
