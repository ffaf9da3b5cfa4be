namespace Conformance.Schemas;

/// <summary>Where a fact is stated: a line of a document (<c>D0:67</c>), or a companion source by its key.</summary>
/// <param name="Source">
/// Key of the source as the schema's list of sources has it, such as <c>D0</c>; <c>implied:D0</c> for what a line of
/// that document plainly implies without stating it.
/// </param>
/// <param name="Line">Line in that document, from 1; null for a companion source.</param>
/// <param name="Title">The source's title, for people.</param>
public sealed record Citation(string Source, int? Line, string Title)
{
    /// <summary>Whether a document itself states it; otherwise it is a companion fact.</summary>
    public bool IsNormative => Line is not null && !Source.Contains(':', StringComparison.Ordinal);

    /// <summary>What this line plainly implies, rather than what it states; a companion source stays what it is.</summary>
    public Citation AsImplied() =>
        IsNormative ? new($"implied:{Source}", Line, $"Implied by a document: {Title}") : this;

    /// <summary>The short form that schemas use: <c>D0:67</c>, <c>aws-model</c> or <c>implied:D0:5</c>.</summary>
    public override string ToString() => Line is { } line ? $"{Source}:{line}" : Source;
}
