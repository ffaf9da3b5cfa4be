using System.Text.Json;
using Conformance.Schemas.Loading;

namespace Conformance.Schemas.Constraints;

/// <summary>Fewest items of an array.</summary>
public sealed record MinItems(int Limit, Level Level, Citation Source) : Constraint(Level, Source)
{
    internal const string Word = "minItems";

    public override string Keyword => Word;
}

/// <inheritdoc/>
internal sealed class MinItemsKeyword() : LimitKeyword<MinItems>(MinItems.Word, JsonValueKind.Number, JsonKind.Array)
{
    public override Constraint Read(SchemaAt schema, Level level, Citation source) =>
        new MinItems(schema.Structure.MinItems, level, source);

    protected override void RefuseContradictions(JsonLocation at, MinItems own, ImmutableArray<Constraint> all)
    {
        if (all.OfType<MaxItems>().FirstOrDefault() is { } upper)
            Contradictions.RefuseOrder(at, own.Keyword, own.Limit, upper.Keyword, upper.Limit);
        Contradictions.RefuseNegative(at, own.Keyword, own.Limit);
    }
}
