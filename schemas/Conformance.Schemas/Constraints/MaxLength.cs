using System.Text.Json;
using Conformance.Schemas.Loading;

namespace Conformance.Schemas.Constraints;

/// <summary>Longest legal length of a string, in code points.</summary>
public sealed record MaxLength(int Limit, Level Level, Citation Source) : Constraint(Level, Source)
{
    internal const string Word = "maxLength";

    public override string Keyword => Word;
}

/// <inheritdoc/>
internal sealed class MaxLengthKeyword()
    : LimitKeyword<MaxLength>(MaxLength.Word, JsonValueKind.Number, JsonKind.String)
{
    public override Constraint Read(SchemaAt schema, Level level, Citation source) =>
        new MaxLength(schema.Structure.MaxLength ?? 0, level, source);
}
