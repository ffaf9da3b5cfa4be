namespace Conformance.Contracts.Provider;

/// <summary>A part of a response that an interaction looks at, and that Pact's verifier could not be shown.</summary>
/// <param name="Field">Name of the header field; null for the body.</param>
/// <param name="Why">Why not, in words that follow "a response".</param>
internal sealed record NotShown(string? Field, string Why)
{
    /// <summary>Whether the difference is in this part.</summary>
    public bool Explains(Mismatch mismatch) =>
        Field is null
            ? mismatch.FieldName is null && !mismatch.IsStatus
            : Field.Equals(mismatch.FieldName, StringComparison.OrdinalIgnoreCase);
}
