namespace Conformance.Schemas;

/// <summary>One fact about a member that a value either satisfies or breaks.</summary>
/// <param name="Level">How much it binds.</param>
/// <param name="Source">Where it is stated.</param>
public abstract record Constraint(Level Level, Citation Source)
{
    /// <summary>The schema's keyword, which is also the constraint's part of a requirement's id.</summary>
    public abstract string Keyword { get; }

    /// <summary>Ids of the interpretations in dispute that touch this constraint, such as <c>R1</c>.</summary>
    public ImmutableArray<string> Interpretations { get; init; } = [];
}
