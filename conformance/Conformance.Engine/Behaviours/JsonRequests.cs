using Conformance.Generators;

namespace Conformance.Engine.Behaviours;

/// <summary>How the behaviours are proved that every operation with a JSON body has, whatever it does.</summary>
internal static class JsonRequests
{
    /// <summary>All of them, for this operation.</summary>
    public static ImmutableArray<Scenario> Of(string operation) =>
        [
            new(operation, "authentication/missing-credentials", Credentials.AreAskedFor),
            new(operation, "body/malformed-json", Bodies.AreRefused(BodyViolation.NotJson)),
            new(operation, "body/empty", Bodies.AreRefused(BodyViolation.Empty)),
            new(operation, "body/not-an-object", Bodies.AreRefused(BodyViolation.NotAnObject)),
            new(operation, "body/deep-nesting", Bodies.AreSurvived(BodyViolation.DeepNesting)),
            new(operation, "body/large", Bodies.AreSurvived(BodyViolation.Large)),
            new(operation, "body/invalid-utf8", Bodies.AreRefused(BodyViolation.InvalidUtf8)),
            new(operation, "body/legal-forms", Bodies.AreAccepted(BodyViolation.LegalForm)),
            new(operation, "body/lenient-json", Bodies.AreObserved(BodyViolation.LenientJson, "R27")),
            new(operation, "body/trailing-text", Bodies.AreObserved(BodyViolation.TrailingText, "R27")),
            new(operation, "body/byte-order-mark", Bodies.AreObserved(BodyViolation.ByteOrderMark, "R27")),
            new(operation, "body/missing-content-type", Bodies.AreObserved(BodyViolation.MissingContentType, "R11")),
            new(operation, "body/repeated-member", Bodies.AreObserved(BodyViolation.RepeatedMember, "R13")),
            new(operation, "body/unknown-member", Bodies.AreObserved(BodyViolation.UnknownMember, "R9")),
        ];
}
