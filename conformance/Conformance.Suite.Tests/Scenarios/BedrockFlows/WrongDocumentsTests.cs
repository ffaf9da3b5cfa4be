using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;
using static Conformance.Suite.Tests.Scenarios.BedrockFlows.Twists;

namespace Conformance.Suite.Tests.Scenarios.BedrockFlows;

/// <summary>Implementations that change the documents which they are given.</summary>
public sealed class WrongDocumentsTests
{
    private static readonly ImmutableArray<Lie> Lies =
    [
        Changing(
            "gives every document as text",
            node => node?.ToJsonString() is { } json && node is not JsonValue ? json : node
        ),
        Changing("gives numbers as text", node => IsOf(node, JsonValueKind.Number) ? node!.ToJsonString() : node),
        Changing("cuts fractions off", node => IsOf(node, JsonValueKind.Number) ? (JsonNode)(long)(double)node! : node),
        Changing("loses what is null in objects", WithoutNulls),
        Changing(
            "gives 32 bits of an integer",
            node => IsOf(node, JsonValueKind.Number) && (double)node! > int.MaxValue ? (JsonNode)int.MaxValue : node
        ),
        Changing(
            "gives no more than 100 items",
            node =>
                node is JsonArray { Count: > 100 } items
                    ? new JsonArray([.. items.Take(100).Select(i => i?.DeepClone())])
                    : node
        ),
        Changing(
            "takes text for JSON",
            node =>
                IsOf(node, JsonValueKind.String) && node!.GetValue<string>().StartsWith('{')
                    ? JsonNode.Parse(node.GetValue<string>())
                    : node
        ),
        Rewording(
            "composes letters",
            text => text.Replace("e\u0301", "é", StringComparison.Ordinal),
            "document/unicode"
        ),
        Rewording(
            "knows no characters beyond 16 bits",
            text => string.Concat(text.Where(c => !char.IsSurrogate(c))),
            "document/unicode"
        ),
        Rewording(
            "makes spaces of control characters",
            text => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)),
            "document/unicode"
        ),
        Rewording("trims", text => text.Trim(), "document/unicode"),
        Rewording("makes one line break of another", text => text.ReplaceLineEndings("\n"), "document/unicode"),
        Rewording(
            "drops line separators",
            text => text.Replace("\u2028", "", StringComparison.Ordinal),
            "document/unicode"
        ),
        Rewording("writes in small letters", text => text.ToLowerInvariant(), "document/unicode", "document/any-json"),
        Rewording(
            "cuts text at 65,536 characters",
            text => text.Length > 65_536 ? text[..65_536] : text,
            "document/large"
        ),
        new("takes false for nothing", RefusingDocuments(d => d.ValueKind == JsonValueKind.False), "document/any-json"),
        new("takes zero for nothing", RefusingDocuments(d => d.GetRawText() == "0"), "document/any-json"),
        new("answers 500 to arrays", Correct with { Handle = FailingAt("[") }, "document/any-json"),
    ];

    public static TheoryData<string> Says { get; } = [.. Lies.Select(lie => lie.Says)];

    [Theory]
    [MemberData(nameof(Says))]
    public Task ATargetIsSeenThroughThat(string says) => Lies.Single(lie => lie.Says == says).IsSeenThrough();

    private static Lie Changing(string says, Func<JsonNode?, JsonNode?> change) =>
        new(says, Giving(node => Deeply(node, change)), "document/any-json") { MayBreak = ["document/unicode"] };

    private static Lie Rewording(string says, Func<string, string> change, params ImmutableArray<string> breaks) =>
        new(says, Rewriting(change), breaks) { MayBreak = ["document/any-json", "document/large"] };

    private static JsonNode? WithoutNulls(JsonNode? node) =>
        node is JsonObject members
            ? new JsonObject(
                members.Where(m => m.Value is not null).Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()))
            )
            : node;

    private static Func<InvokeFlowCall, Answer> FailingAt(string begin) =>
        call =>
            Encoding.UTF8.GetString(call.Request.Body.Span).Contains($"\"document\":{begin}", StringComparison.Ordinal)
                ? RestJsonErrors.Write(FlowError.InternalServer.AsRefusal())
                : InvokeFlow.Handle(call);
}
