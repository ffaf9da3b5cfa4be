namespace Conformance.Schemas;

/// <summary>A protocol's behaviours as behaviours of the operations that they apply to.</summary>
internal static class ProtocolApplication
{
    /// <summary>Those of one operation; what its document states decides the level and is cited first.</summary>
    /// <param name="api">The API, whose own interpretations go before those of its protocol.</param>
    /// <param name="operation">One of its operations.</param>
    public static IEnumerable<Behaviour> Of(Api api, Operation operation) =>
        from demanded in api.Protocol.Behaviours
        where Applies(demanded.AppliesTo, operation)
        let stated = demanded.RestsOn is { } fact ? Stated(fact, operation) : null
        where stated is not null || !demanded.Sources.IsEmpty
        select new Behaviour(
            demanded.Id,
            operation.Id,
            stated is { IsNormative: true } ? Level.Must : demanded.Level,
            stated is null ? demanded.Sources : [stated, .. demanded.Sources.Where(s => s != stated)],
            demanded.Says,
            [.. demanded.Interpretations.Select(id => InForce(api, id)).Distinct()]
        );

    private static string InForce(Api api, string id)
    {
        var own = api.Interpretations.First(i => i.Id == id).About;
        return own.IsEmpty ? id : api.InterpretationOn(own[0]);
    }

    private static bool Applies(OperationShape shape, Operation operation) =>
        shape switch
        {
            OperationShape.Body => operation.HasBody,
            OperationShape.PatternedText => operation.PatternedText is not null,
            OperationShape.Named => operation.Playing(MemberRole.UniqueName) is not null
                || operation.Playing(MemberRole.IdempotencyToken) is not null,
            OperationShape.Path => operation.Parameters.Any(p => p.Place == Place.Path),
            OperationShape.PatternedSegment => operation.Parameters.Any(p =>
                p.Place == Place.Path && p.Find<Pattern>() is not null
            ),
            _ => true,
        };

    private static Citation? Stated(StatedFact fact, Operation operation) =>
        fact switch
        {
            StatedFact.ContentType => operation.BodyContentTypeSource,
            StatedFact.Required => operation.BodyRequiredSource,
            StatedFact.Pattern => operation.PatternedText?.Find<Pattern>()?.Source,
            StatedFact.InvalidInput => operation.ErrorFor(ErrorCause.InvalidInput)?.Source.AsImplied(),
            StatedFact.Internal => operation.ErrorFor(ErrorCause.Internal)?.Source.AsImplied(),
            _ => null,
        };
}
