using Conformance.Schemas.Loading;

namespace Conformance.Schemas.Constraints;

/// <summary>The member's value is of this kind of JSON.</summary>
public sealed record TypeIs(JsonKind Kind, Level Level, Citation Source) : Constraint(Level, Source)
{
    internal const string Word = "type";

    public override string Keyword => Word;
}

/// <inheritdoc/>
internal sealed class TypeIsKeyword() : ConstraintKeyword(TypeIs.Word)
{
    public override Constraint Read(SchemaAt schema, Level level, Citation source) =>
        new TypeIs(Structure.KindOf(schema.Structure, schema.At), level, source);
}
