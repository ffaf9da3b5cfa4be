using Conformance.Schemas.Loading;

namespace Conformance.Schemas.Constraints;

/// <summary>The member has to be there and, in a body, must not be null.</summary>
public sealed record Required(Level Level, Citation Source) : Constraint(Level, Source)
{
    internal const string Word = "required";

    public override string Keyword => Word;
}

/// <inheritdoc/>
internal sealed class RequiredKeyword() : ConstraintKeyword(Required.Word)
{
    public override Constraint Read(SchemaAt schema, Level level, Citation source) => new Required(level, source);
}
