using System.Text.Json;
using Conformance.Schemas.Loading;

namespace Conformance.Schemas.Constraints;

/// <summary>Largest legal number.</summary>
public sealed record Maximum(decimal Limit, Level Level, Citation Source) : Constraint(Level, Source)
{
    internal const string Word = "maximum";

    public override string Keyword => Word;
}

/// <inheritdoc/>
internal sealed class MaximumKeyword()
    : LimitKeyword<Maximum>(Maximum.Word, JsonValueKind.Number, JsonKind.Integer, JsonKind.Number)
{
    public override Constraint Read(SchemaAt schema, Level level, Citation source) =>
        new Maximum(schema.Structure.Maximum ?? 0, level, source);
}
