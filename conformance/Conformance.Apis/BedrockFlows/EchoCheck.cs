using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.BedrockFlows;

/// <summary>
/// Tests that documents come back unchanged. A flow may take some kinds of document alone, but within a kind it
/// takes one like the other, unless it is empty or large.
/// </summary>
/// <param name="Documents">The documents, each tried by itself, and made only then.</param>
internal sealed record EchoCheck(IEnumerable<Document> Documents)
{
    /// <summary>A rejection, without the document: many large ones would fill the memory.</summary>
    private sealed record Rejection(
        string Says,
        string Class,
        string Kind,
        bool WasAllowed,
        string InWords,
        ImmutableArray<Step> Trail
    );

    private readonly List<Rejection> _rejected = [];
    private readonly HashSet<string> _takenKinds = [];
    private bool _closesOnLarge;

    /// <summary>Whether it fails where the configured document comes back changed; others are about their own documents alone.</summary>
    public bool IsAboutTheConfiguredOne { get; init; }

    /// <summary>Sends every document.</summary>
    public async Task<Finding> Run(TestSession test)
    {
        var control = await EchoControl.Of(test);
        if ((control.Useless ?? (IsAboutTheConfiguredOne ? control.Altered : null)) is { } end)
            return end;
        var (tried, mayAllBeRejected) = (0, true);
        foreach (var document in Documents)
        {
            // Each would be sent again and again, to see that the connection is not lost by chance.
            if (_closesOnLarge && document.MayBeRejected)
                continue;
            test.BeginCase();
            tried++;
            mayAllBeRejected &= document.MayBeRejected;
            if (await Judge(test, document) is { } finding)
                return finding with { Cases = tried };
        }
        return Conclusion(test, tried, mayAllBeRejected);
    }

    /// <summary>What ends the test, or null where the document came back or was rejected.</summary>
    private async Task<Finding?> Judge(TestSession test, Document document)
    {
        var exchange = await Send(test, document);
        // A quota may be what a large document goes beyond (D3:179); to be throttled says nothing of it.
        if (exchange.Limit() is { } limit && (!document.MayBeRejected || exchange.EffectiveStatus() == 429))
            return Finding.Errored($"{document.Says}: {limit}");
        if (exchange.Response is null)
            return await WithoutResponse(test, document, exchange);
        if (exchange.EffectiveStatus() is >= 400 and < 500)
        {
            NoteRejection(test, document, exchange.InWords());
            return null;
        }
        if (!exchange.IsAccepted())
            return test.Fails(document.Says, "the document back, or a rejection (4xx)", exchange.InWords());
        _takenKinds.Add(document.Kind);
        return Difference(test, exchange, document) is { } difference
            ? await DocumentShrinking.Failed(test, document, difference)
            : null;
    }

    /// <summary>Sends a document through the flow, once more where the stream breaks off: that may be the network's doing.</summary>
    internal static async Task<Exchange> Send(TestSession test, Document document)
    {
        var request = document.IsSentInFull ? Echo.FullRequest(test, document.Sent) : Echo.Request(test, document.Sent);
        var exchange = await test.SendValid(request, document.Says);
        return exchange.Response is { BrokenOff: not null }
            ? await test.SendValid(request, "the same again")
            : exchange;
    }

    /// <summary>How an accepted document came back changed, or null.</summary>
    /// <exception cref="CannotArrangeException">The response can't be read to its end.</exception>
    internal static string? Difference(TestSession test, Exchange accepted, Document document)
    {
        var stream = Invocation.Of(accepted).Stream;
        var difference = Echo.Difference(test, stream, document.Value);
        return difference is null || stream.Fault is null
            ? difference
            : throw new CannotArrangeException(
                SkipReason.NotIsolated,
                $"the response can't be read to its end: {accepted.InWords()}"
            );
    }

    /// <summary>A target that rejects what is large may close the connection before its response can be read (RFC 9110, 15.5.14).</summary>
    private async Task<Finding?> WithoutResponse(TestSession test, Document document, Exchange lost)
    {
        if (await test.WhyNoResponse(Echo.Request(test, document.Sent), lost) is { } why)
            return Finding.Errored($"{document.Says}: {why}");
        if (!document.MayBeRejected || lost.Failure?.Kind != TransportFailureKind.Disconnected)
            return test.Fails(document.Says, "the document back, or a rejection (4xx)", lost.InWords());
        NoteRejection(test, document, $"a rejection may be lost: {lost.InWords()}");
        _closesOnLarge = true;
        return null;
    }

    private void NoteRejection(TestSession test, Document document, string inWords) =>
        _rejected.Add(new(document.Says, document.Class, document.Kind, document.MayBeRejected, inWords, test.Trail));

    private Finding Conclusion(TestSession test, int tried, bool mayAllBeRejected)
    {
        if (_rejected.Find(r => !r.WasAllowed && _takenKinds.Contains(r.Kind)) is { } odd)
            return Finding.Failed(
                new Evidence(
                    odd.Says,
                    $"the document back, as others that are {odd.Kind} come back",
                    odd.InWords,
                    odd.Trail
                ),
                tried
            );
        var seen = _rejected
            .DistinctBy(r => r.Class)
            .Select(r => test.Observe(r.Class, InterpretationTopic.UnknownValue, r.Says, r.InWords));
        // What may be rejected did its duty; of the rest something has to have come back.
        var showsSomething = _takenKinds.Count > 0 || mayAllBeRejected;
        var finding = showsSomething
            ? Finding.Passed(tried - _rejected.Count(r => !r.WasAllowed))
            : Finding.Skipped(
                SkipReason.InterpretationAllows,
                $"the flow takes none of these documents{test.Session.Api.Cite(InterpretationTopic.UnknownValue)}"
            );
        return finding with { Observations = [.. seen] };
    }
}
