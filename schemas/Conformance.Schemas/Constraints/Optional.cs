using Conformance.Schemas.Loading;

namespace Conformance.Schemas.Constraints;

/// <summary>The member may be left out.</summary>
public sealed record Optional(Level Level, Citation Source) : Constraint(Level, Source)
{
    internal const string Word = "optional";

    public override string Keyword => Word;
}

/// <inheritdoc/>
internal sealed class OptionalKeyword() : ConstraintKeyword(Optional.Word)
{
    public override Constraint Read(SchemaAt schema, Level level, Citation source) => new Optional(level, source);
}
