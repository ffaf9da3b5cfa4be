namespace Conformance.Schemas.Loading;

/// <summary>What the rest of a schema is read against.</summary>
internal sealed record LoadContext(CitationBook Citations, ImmutableArray<Interpretation> Known)
{
    /// <summary>What no document states; known once the head of the schema is read.</summary>
    public ImmutableArray<Convention> Conventions { get; init; } = [];

    /// <summary>Reads ids of interpretations and refuses one that the register doesn't have.</summary>
    public ImmutableArray<Interpretation> Interpretations(JsonLocation list) =>
        [.. list.Items().Select(Interpretation)];

    /// <summary>Reads the id of one interpretation and refuses one that the register doesn't have.</summary>
    public Interpretation Interpretation(JsonLocation item) =>
        Known.FirstOrDefault(i => i.Id == item.Text())
        ?? throw item.Refuse(
            "the id of an interpretation in the register",
            $"\"{item.Text()}\"",
            "add the interpretation or correct the id"
        );
}
