using System.Globalization;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Apis.BedrockFlows;

/// <summary>
/// Whether the flow that the configuration declares to give documents back does so. Where it changes them it is the target
/// that is wrong: the declaration binds. Only a flow whose outputs have nothing to do with what it is sent is taken for a
/// wrong fixture, since a target can't mistake a document so.
/// </summary>
/// <param name="Useless">Why nothing can be built on the flow; null where it gives back documents, changed or not.</param>
/// <param name="Altered">The failure that the configured document came back changed; null where it did not.</param>
internal sealed record EchoControl(Finding? Useless, Finding? Altered)
{
    /// <summary>Sends the configured document, and others only where that one does not come back.</summary>
    public static async Task<EchoControl> Of(TestSession test)
    {
        test.BeginCase();
        var request = Echo.Request(test);
        var response = await Invocation.Arrange(test, request, "the control: the configured document");
        var document = request.At(test.MemberOf(Echo.DocumentPath))!;
        if (Echo.Difference(test, response.Stream, document) is not { } difference)
            return new(null, null);
        return await GivesAnythingBack(test, document)
            ? new(
                null,
                test.Fails(
                    "the configured document",
                    $"the document back unchanged, as the fixture {Echo.Fixture} says of the flow",
                    difference
                )
            )
            : new(
                Finding.Skipped(
                    SkipReason.NotIsolated,
                    $"the flow gives back nothing of what it is sent ({difference}); "
                        + $"correct the fixture {Echo.Fixture}, or remove it"
                ),
                null
            );
    }

    /// <summary>
    /// Whether outputs have to do with what the flow was sent, now or before: a document with a word of its own comes back
    /// with the word in it, however changed, or an earlier document does.
    /// </summary>
    private static async Task<bool> GivesAnythingBack(TestSession test, JsonValue configured)
    {
        var sent = new List<JsonValue> { configured };
        foreach (var form in Forms)
        {
            var word = test.NextDraw().Seed.ToString("x16", CultureInfo.InvariantCulture)[..10];
            var document = form(word);
            var exchange = await test.SendValid(Echo.Request(test, document), "a document with a word of its own");
            if (!exchange.IsAccepted())
                continue;
            var outputs = Echo.DocumentsIn(test, Invocation.Of(exchange).Stream).ToList();
            if (outputs.Exists(o => o.Written().Contains(word, StringComparison.OrdinalIgnoreCase)))
                return true;
            if (outputs.Exists(o => sent.Exists(earlier => SameDocument.IsSame(earlier, o))))
                return true;
            sent.Add(document);
        }
        return false;
    }

    private static readonly ImmutableArray<Func<string, JsonValue>> Forms =
    [
        word => new JsonText(word),
        word => new JsonArray([new JsonText(word)]),
        word => new JsonObject([new JsonProperty("word", new JsonText(word))]),
        word => new JsonText($"another text: {word}"),
    ];
}
