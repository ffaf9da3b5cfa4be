using System.Text.Json;
using Conformance.Schemas.Loading;

namespace Conformance.Schemas.Constraints;

/// <summary>Smallest legal number.</summary>
public sealed record Minimum(decimal Limit, Level Level, Citation Source) : Constraint(Level, Source)
{
    internal const string Word = "minimum";

    public override string Keyword => Word;
}

/// <inheritdoc/>
internal sealed class MinimumKeyword()
    : LimitKeyword<Minimum>(Minimum.Word, JsonValueKind.Number, JsonKind.Integer, JsonKind.Number)
{
    public override Constraint Read(SchemaAt schema, Level level, Citation source) =>
        new Minimum(schema.Structure.Minimum ?? 0, level, source);

    protected override void RefuseContradictions(JsonLocation at, Minimum own, ImmutableArray<Constraint> all)
    {
        if (all.OfType<Maximum>().FirstOrDefault() is { } upper)
            Contradictions.RefuseOrder(at, own.Keyword, own.Limit, upper.Keyword, upper.Limit);
    }
}
