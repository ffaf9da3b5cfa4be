using Conformance.Reports;

namespace Conformance.Contracts.Provider;

/// <summary>
/// A response as Pact's verifier is shown it: what the interaction looks at and nothing else, in a form that the verifier
/// can read. What it would choke on is legal, and so no fault of the target.
/// </summary>
/// <param name="Response">What the verifier gets.</param>
/// <param name="NotShown">What it could not be shown although the interaction looks at it.</param>
internal sealed record ShownResponse(ReceivedResponse Response, ImmutableArray<NotShown> NotShown)
{
    /// <summary>The response for an interaction that looks at these parts.</summary>
    public static ShownResponse Of(ReceivedResponse response, ExpectedResponse expected)
    {
        var fields = ShownFields.Of(response, expected.Fields);
        var body = expected.HasBody ? ShownBody.Of(response) : new ShownBody(ReadOnlyMemory<byte>.Empty, null);
        return new ShownResponse(
            new ReceivedResponse(response.Status, fields.Lines, body.Bytes, IsTruncated: false),
            body.Why is { } why ? fields.NotShown.Add(new NotShown(null, why)) : fields.NotShown
        );
    }

    /// <summary>
    /// Why the result says nothing about the target, in words that follow "a response"; null where it does. A difference in
    /// what was shown stays one; that all was right says nothing of what was not shown.
    /// </summary>
    public string? WhyInconclusive(InteractionResult result)
    {
        if (result.IsOk)
            return NotShown.FirstOrDefault()?.Why;
        var reasons = result.Mismatches.Select(mismatch => NotShown.FirstOrDefault(part => part.Explains(mismatch)));
        return reasons.Any() && reasons.All(reason => reason is not null) ? reasons.First()!.Why : null;
    }
}
