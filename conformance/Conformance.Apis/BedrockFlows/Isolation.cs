using System.Text;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Apis.BedrockFlows;

/// <summary>
/// Invocations know nothing of each other: each gets its own document back, and nothing of another one, in turn on one
/// connection and at once.
/// </summary>
internal static class Isolation
{
    private const string Expected = "its own document, and nothing of another";

    private static readonly ImmutableArray<Func<JsonValue, JsonValue>> Outers =
    [
        document => document,
        document => new JsonArray([document]),
        document => new JsonObject([new JsonProperty("text", document)]),
    ];

    /// <summary>Documents that share their beginnings, their lengths or nothing, small after large, full after minimal.</summary>
    private static readonly ImmutableArray<Func<Draw, OwnDocument>> InTurn =
    [
        OwnDocument.Large,
        OwnDocument.Small,
        OwnDocument.WithTheSameBeginning,
        OwnDocument.WithTheSameBeginning,
        OwnDocument.AsLongAsOthers,
        OwnDocument.AsLongAsOthers,
        OwnDocument.Wide,
        OwnDocument.Narrow,
    ];

    private const int FewInTurn = 4;

    /// <summary>Where among them the small one stands.</summary>
    private const int SmallInTurn = 1;

    private static readonly ImmutableArray<Func<Draw, OwnDocument>> AtOnce =
    [
        OwnDocument.WithTheSameBeginning,
        OwnDocument.Large,
        OwnDocument.AsLongAsOthers,
        OwnDocument.WithTheSameBeginning,
    ];

    /// <summary>What was sent and what came of it.</summary>
    private sealed record Trial(OwnDocument Document, Exchange Exchange);

    /// <summary>Each response holds its own document.</summary>
    public static async Task<Finding> HoldTheirOwn(TestSession test)
    {
        test.BeginCase();
        if (await Taken(test) is not { } outer)
            return Finding.Skipped(SkipReason.NotIsolated, "no document comes back even where it is sent alone");
        var (words, judged) = (new List<string>(), 0);
        var rounds = test.Session.Profile.Rounds;
        for (var round = 0; round < rounds; round++)
        {
            // What is remembered in turn is so each time; a race is not lost each time.
            if (round <= rounds / 4 && await Together(SendInTurn, "in turn") is { } inTurn)
                return inTurn;
            if (await Together(SendAtOnce, "at once") is { } atOnce)
                return atOnce;
        }
        return judged > 0
            ? Finding.Passed(judged)
            : Finding.Skipped(SkipReason.NotIsolated, "no response could be read that came while others did");

        async Task<Finding?> Together(Func<TestSession, Func<JsonValue, JsonValue>, Task<List<Trial>>> send, string how)
        {
            test.BeginCase();
            var sent = await send(test, outer);
            judged += sent.Count(t => IsReadable(test, t.Exchange));
            return await Wrong(test, sent, words) is { } wrong
                ? test.Fails($"{wrong.Case}, of {sent.Count} {how}", Expected, wrong.Actual, judged)
                : null;
        }
    }

    /// <summary>The control: within what a small document comes back where nothing else is sent; null where within nothing.</summary>
    private static async Task<Func<JsonValue, JsonValue>?> Taken(TestSession test)
    {
        foreach (var outer in Outers)
        {
            var document = OwnDocument.Small(test.NextDraw()).Within(outer);
            var exchange = await test.SendValid(Echo.Request(test, document.Value), "the control: a document alone");
            if (IsReadable(test, exchange) && DifferenceOf(test, document, exchange) is null)
                return outer;
        }
        return null;
    }

    private static async Task<List<Trial>> SendInTurn(TestSession test, Func<JsonValue, JsonValue> outer)
    {
        var count = test.Session.Profile.Rounds > 1 ? InTurn.Length : FewInTurn;
        var documents = InTurn.Take(count).Select(make => make(test.NextDraw())).ToList();
        // The same but for its case, which is another one.
        documents.Add(documents[SmallInTurn].InCapitals());
        var sent = new List<Trial>();
        foreach (var (n, own) in documents.Index())
        {
            // What is not run leaves nothing to the next.
            if (n == count / 2)
                sent.Add(await SendToNowhere(test, outer));
            var document = own.Within(outer);
            var request = n % 2 == 0 ? Echo.FullRequest(test, document.Value) : Echo.Request(test, document.Value);
            var says = $"{document.Says}, {n + 1} of {documents.Count} in turn";
            sent.Add(new(document, await test.SendValid(request, says)));
        }
        return sent;
    }

    /// <summary>A document for a flow that does not exist.</summary>
    private static async Task<Trial> SendToNowhere(TestSession test, Func<JsonValue, JsonValue> outer)
    {
        var document = OwnDocument.AsLongAsOthers(test.NextDraw()).Within(outer);
        var request = Unknown.WithFlow(test, Echo.Request(test, document.Value)) with { IsViolation = true };
        return new(document, await test.Send(request, $"{document.Says} for a flow that does not exist"));
    }

    private static async Task<List<Trial>> SendAtOnce(TestSession test, Func<JsonValue, JsonValue> outer)
    {
        var count = test.Session.Profile.AtOnce;
        // All that is drawn is drawn before anything is sent: the order of sending is nobody's to say.
        var drawn = Enumerable
            .Range(0, count)
            .Select(n => AtOnce[n % AtOnce.Length](test.NextDraw()).Within(outer))
            .Select(document => (document, Echo.Request(test, document.Value) with { IsAtOnceWithOthers = true }))
            .ToList();
        return
        [
            .. await Task.WhenAll(
                drawn.Select(
                    (one, n) => Send(one.document, one.Item2, $"{one.document.Says}, {n + 1} of {count} at once")
                )
            ),
        ];

        async Task<Trial> Send(OwnDocument document, RequestDraft request, string says) =>
            new(document, await test.Send(request, says));
    }

    /// <summary>
    /// The first response that holds another's document, or lacks its own. What was rejected, broke off or has no output shows
    /// nothing: to be busy is allowed, and other requirements are about streams.
    /// </summary>
    /// <param name="test">Where it is tested.</param>
    /// <param name="sent">What was sent together.</param>
    /// <param name="words">The words of all documents before, to which these are added.</param>
    private static async Task<(string Case, string Actual)?> Wrong(
        TestSession test,
        List<Trial> sent,
        List<string> words
    )
    {
        words.AddRange(sent.Select(t => t.Document.Word));
        foreach (var (document, exchange) in sent.Where(t => IsReadable(test, t.Exchange)))
        {
            var body = Encoding.Latin1.GetString(exchange.Response!.Body.Span);
            if (words.Find(w => w != document.Word && body.Contains(w, StringComparison.Ordinal)) is { } other)
                return (
                    document.Says,
                    sent.Find(t => t.Document.Word == other) is { } its
                        ? $"parts of {its.Document.Says}, which another invocation sent"
                        : "parts of a document that an earlier invocation sent"
                );
            if (DifferenceOf(test, document, exchange) is { } difference && await ComesBackAlone(test, document))
                return (document.Says, difference);
        }
        return null;
    }

    /// <summary>The control: what comes back changed where it is alone as well is no matter of the others.</summary>
    private static async Task<bool> ComesBackAlone(TestSession test, OwnDocument document)
    {
        var alone = await test.SendValid(Echo.Request(test, document.Value), "the control: the same document alone");
        return IsReadable(test, alone) && DifferenceOf(test, document, alone) is null;
    }

    private static string? DifferenceOf(TestSession test, OwnDocument document, Exchange exchange) =>
        Echo.Difference(test, Invocation.Of(exchange).Stream, document.Value);

    private static bool IsReadable(TestSession test, Exchange exchange) =>
        exchange.IsAccepted()
        && exchange.Response is { BrokenOff: null }
        && Invocation.Of(exchange).Stream is { Fault: null, Unread: null } stream
        && Echo.DocumentsIn(test, stream).Any();
}
