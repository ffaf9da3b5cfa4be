namespace Conformance.Schemas;

/// <summary>What a citation may name: a document, line by line, or a companion source as a whole.</summary>
/// <param name="Key">Short form in citations: <c>D0</c>, <c>aws-model</c>.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Description">What it says, in one sentence.</param>
public sealed record Source(string Key, string Title, string Description)
{
    /// <summary>For a document: number of its lines; null for a companion source.</summary>
    public int? Lines { get; init; }

    /// <summary>For a document: SHA-256, in hex, of the edition that the citations count lines in.</summary>
    public string? Sha256 { get; init; }
}
