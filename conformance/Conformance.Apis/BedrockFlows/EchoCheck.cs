using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.BedrockFlows;

/// <summary>
/// Tests that documents come back unchanged. A flow may take some kinds of document alone, but within a kind it
/// takes one like the other, unless it is empty or large.
/// </summary>
/// <param name="Documents">The documents, each tried by itself.</param>
internal sealed record EchoCheck(ImmutableArray<Document> Documents)
{
    private readonly List<(Document Document, Exchange Exchange, ImmutableArray<Step> Trail)> _rejected = [];
    private readonly HashSet<string> _takenKinds = [];

    /// <summary>Sends every document.</summary>
    public async Task<Finding> Run(TestSession test)
    {
        if (await Echo.Problem(test) is { } useless)
            return useless;
        for (var tried = 1; tried <= Documents.Length; tried++)
        {
            test.BeginCase();
            var finding = await Judge(test, Documents[tried - 1]);
            if (finding is not null)
                return finding with { Cases = tried };
        }
        return Conclusion(test);
    }

    /// <summary>What ends the test, or null where the document came back or was rejected.</summary>
    private async Task<Finding?> Judge(TestSession test, Document document)
    {
        var exchange = await Send(test, document.Value, document.Says);
        // A quota may be what a large document goes beyond (D3:179); to be throttled says nothing of it.
        if (exchange.Limit() is { } limit && (!document.MayBeRejected || exchange.EffectiveStatus() == 429))
            return Finding.Errored($"{document.Says}: {limit}");
        if (exchange.Response is null)
            return await WithoutResponse(test, document, exchange);
        if (exchange.EffectiveStatus() is >= 400 and < 500)
        {
            _rejected.Add((document, exchange, test.Trail));
            return null;
        }
        if (!exchange.IsAccepted())
            return test.Fails(document.Says, "the document back, or a rejection (4xx)", exchange.InWords());
        _takenKinds.Add(document.Kind);
        return Difference(test, exchange, document.Value) is { } difference
            ? await DocumentShrinking.Failed(test, document, difference)
            : null;
    }

    /// <summary>Sends a document through the flow, once more where the stream breaks off: that may be the network's doing.</summary>
    internal static async Task<Exchange> Send(TestSession test, JsonValue document, string says)
    {
        var request = Echo.Request(test, document);
        var exchange = await test.Send(request, says);
        return exchange.Response is { BrokenOff: not null } ? await test.Send(request, "the same again") : exchange;
    }

    /// <summary>How an accepted document came back changed, or null.</summary>
    /// <exception cref="CannotArrangeException">The response can't be read to its end.</exception>
    internal static string? Difference(TestSession test, Exchange accepted, JsonValue document)
    {
        var stream = Invocation.Of(accepted).Stream;
        var difference = Echo.Difference(test, stream, document);
        return difference is null || stream.Fault is null
            ? difference
            : throw new CannotArrangeException(
                SkipReason.NotIsolated,
                $"the response can't be read to its end: {accepted.InWords()}"
            );
    }

    /// <summary>A target that rejects what is large may close the connection before its response can be read.</summary>
    private static async Task<Finding> WithoutResponse(TestSession test, Document document, Exchange lost)
    {
        var why = await test.WhyNoResponse(Echo.Request(test, document.Value), lost);
        return why is not null ? Finding.Errored($"{document.Says}: {why}")
            : document.MayBeRejected && lost.Failure?.Kind == TransportFailureKind.Disconnected
                ? Finding.Skipped(SkipReason.NotIsolated, $"{document.Says}: a rejection may be lost: {lost.InWords()}")
            : test.Fails(document.Says, "the document back, or a rejection (4xx)", lost.InWords());
    }

    private Finding Conclusion(TestSession test)
    {
        var odd = _rejected.FirstOrDefault(r => !r.Document.MayBeRejected && _takenKinds.Contains(r.Document.Kind));
        if (odd.Document is { } document)
            return Finding.Failed(
                new Evidence(
                    document.Says,
                    $"the document back, as others that are {document.Kind} come back",
                    odd.Exchange.InWords(),
                    odd.Trail
                ),
                Documents.Length
            );
        var seen = _rejected.Select(r =>
            test.Observe(
                r.Document.Says.Replace(' ', '-'),
                InterpretationTopic.UnknownValue,
                r.Document.Says,
                r.Exchange.InWords()
            )
        );
        // What may be rejected did its duty; of the rest something has to have come back.
        var showsSomething = _takenKinds.Count > 0 || Documents.All(d => d.MayBeRejected);
        var finding = showsSomething
            ? Finding.Passed(Documents.Length - _rejected.Count(r => !r.Document.MayBeRejected))
            : Finding.Skipped(
                SkipReason.InterpretationAllows,
                $"the flow takes none of these documents{test.Session.Api.Cite(InterpretationTopic.UnknownValue)}"
            );
        return finding with { Observations = [.. seen] };
    }
}
