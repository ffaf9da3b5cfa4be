namespace Conformance.Schemas;

/// <summary>One fact about a member that a value either satisfies or breaks.</summary>
/// <param name="Level">Whether it is mandatory, recommended or recorded.</param>
/// <param name="Source">Where it is stated.</param>
public abstract record Constraint(Level Level, Citation Source)
{
    /// <summary>The schema's keyword, which is also the constraint's part of a requirement's id.</summary>
    public abstract string Keyword { get; }

    /// <summary>The interpretations in dispute that touch this constraint.</summary>
    public ImmutableArray<Interpretation> Interpretations { get; init; } = [];

    /// <summary>Ids of the interpretations that touch it.</summary>
    public ImmutableArray<string> InterpretationIds => [.. Interpretations.Select(i => i.Id)];

    /// <summary>Whether an interpretation about this topic touches it.</summary>
    public bool Touches(InterpretationTopic topic) => Interpretations.On(topic) is not null;
}
