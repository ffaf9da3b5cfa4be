using Conformance.Schemas.Loading;

namespace Conformance.Schemas.Constraints;

/// <summary>What the loader knows of one kind of constraint.</summary>
/// <param name="name">The constraint's keyword, under which it is cited.</param>
internal abstract class ConstraintKeyword(string name)
{
    /// <summary>The constraint's keyword, under which it is cited.</summary>
    public string Name => name;

    /// <summary>Reads the constraint from a schema that states it.</summary>
    public abstract Constraint Read(SchemaAt schema, Level level, Citation source);

    /// <summary>Refuses the constraint where no value could satisfy it together with the others on the same value.</summary>
    public virtual void RefuseContradictions(JsonLocation at, ImmutableArray<Constraint> all) { }
}
