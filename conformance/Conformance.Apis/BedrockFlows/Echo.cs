using System.Text.Json;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Exchanges.Streams;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Apis.BedrockFlows;

/// <summary>A flow whose output is the document that went in, as the configuration tells how to reach it.</summary>
internal static class Echo
{
    /// <summary>Name of the fixture.</summary>
    public const string Fixture = "echo";

    /// <summary>Path of the member that the document stands in.</summary>
    public const string DocumentPath = "inputs[].content.document";

    /// <summary>A valid request to it, with the document that every flow of the configuration takes.</summary>
    public static RequestDraft Request(TestSession test) => Reached(test, test.Valid(test.Operation));

    /// <summary>A valid request to it with this document.</summary>
    public static RequestDraft Request(TestSession test, JsonValue document) =>
        Request(test).With(test.MemberOf(DocumentPath), document);

    /// <summary>The same with every optional member.</summary>
    public static RequestDraft FullRequest(TestSession test, JsonValue document) =>
        Reached(test, test.FullOfSureValues(test.Operation)).With(test.MemberOf(DocumentPath), document);

    /// <summary>
    /// How what came back differs from the document, or null. A flow may have other outputs beside: one that is the document
    /// is enough.
    /// </summary>
    /// <exception cref="UnreadResponseException">It may stand in what the kit does not read.</exception>
    public static string? Difference(TestSession test, FlowStream stream, JsonValue document)
    {
        var outputs = Invocation.KindsOf(test).Of(EventRole.Output, stream);
        if (outputs.Any(output => DocumentIn(output) is { } got && SameDocument.IsSame(document, got)))
            return null;
        UnreadResponseException.ThrowIfUnread(stream);
        return outputs.IsEmpty ? $"no output: {StreamWords.Of(stream)}"
            : DocumentIn(outputs[0]) is { } first ? SameDocument.Difference(document, first)
            : "an output without content.document";
    }

    /// <summary>The documents in the outputs of a flow.</summary>
    public static IEnumerable<JsonElement> DocumentsIn(TestSession test, FlowStream stream) =>
        Invocation.KindsOf(test).Of(EventRole.Output, stream).Select(DocumentIn).OfType<JsonElement>();

    private static RequestDraft Reached(TestSession test, RequestDraft request) =>
        request.Changed(Fixture, test.Session.Fixtures.For(Fixture) ?? JsonObject.Empty);

    private static JsonElement? DocumentIn(FlowEvent output) =>
        output.Payload is { ValueKind: JsonValueKind.Object } payload
        && ExchangeReading.Member(payload, "content") is { ValueKind: JsonValueKind.Object } content
            ? ExchangeReading.Member(content, "document")
            : null;
}
