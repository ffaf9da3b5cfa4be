using System.Text.Json;
using Conformance.Schemas.Loading;

namespace Conformance.Schemas.Constraints;

/// <summary>Most items of an array.</summary>
public sealed record MaxItems(int Limit, Level Level, Citation Source) : Constraint(Level, Source)
{
    internal const string Word = "maxItems";

    public override string Keyword => Word;
}

/// <inheritdoc/>
internal sealed class MaxItemsKeyword() : LimitKeyword<MaxItems>(MaxItems.Word, JsonValueKind.Number, JsonKind.Array)
{
    public override Constraint Read(SchemaAt schema, Level level, Citation source) =>
        new MaxItems(schema.Structure.MaxItems, level, source);
}
