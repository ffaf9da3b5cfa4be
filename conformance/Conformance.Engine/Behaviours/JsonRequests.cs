using Conformance.Generators;

namespace Conformance.Engine.Behaviours;

/// <summary>How the behaviours are proved that every operation with a JSON body has, whatever it does.</summary>
internal static class JsonRequests
{
    /// <summary>All of them, for this operation.</summary>
    public static ImmutableArray<Scenario> Of(string operation) =>
        [
            new(operation, "authentication/missing-credentials", Credentials.AreAskedFor),
            new(operation, "body/malformed-json", Bodies.AreRefused(BodyBreach.NotJson)),
            new(operation, "body/empty", Bodies.AreRefused(BodyBreach.Empty)),
            new(operation, "body/not-an-object", Bodies.AreRefused(BodyBreach.NotAnObject)),
            new(operation, "body/deep-nesting", Bodies.AreSurvived(BodyBreach.DeepNesting)),
            new(operation, "body/large", Bodies.AreSurvived(BodyBreach.Large)),
            new(operation, "body/invalid-utf8", Bodies.AreRefused(BodyBreach.InvalidUtf8)),
            new(operation, "body/legal-forms", Bodies.AreAccepted(BodyBreach.LegalForm)),
            new(operation, "body/lenient-json", Bodies.AreObserved(BodyBreach.LenientJson, "R27")),
            new(operation, "body/trailing-text", Bodies.AreObserved(BodyBreach.TrailingText, "R27")),
            new(operation, "body/byte-order-mark", Bodies.AreObserved(BodyBreach.ByteOrderMark, "R27")),
            new(operation, "body/missing-content-type", Bodies.AreObserved(BodyBreach.MissingContentType, "R11")),
            new(operation, "body/repeated-member", Bodies.AreObserved(BodyBreach.RepeatedMember, "R13")),
            new(operation, "body/unknown-member", Bodies.AreObserved(BodyBreach.UnknownMember, "R9")),
        ];
}
