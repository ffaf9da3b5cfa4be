using System.Text.Json;
using Conformance.Schemas.Loading;

namespace Conformance.Schemas.Constraints;

/// <summary>Shortest legal length of a string, in code points.</summary>
public sealed record MinLength(int Limit, Level Level, Citation Source) : Constraint(Level, Source)
{
    internal const string Word = "minLength";

    public override string Keyword => Word;
}

/// <inheritdoc/>
internal sealed class MinLengthKeyword()
    : LimitKeyword<MinLength>(MinLength.Word, JsonValueKind.Number, JsonKind.String)
{
    public override Constraint Read(SchemaAt schema, Level level, Citation source) =>
        new MinLength(schema.Structure.MinLength ?? 0, level, source);

    protected override void RefuseContradictions(JsonLocation at, MinLength own, ImmutableArray<Constraint> all)
    {
        if (all.OfType<MaxLength>().FirstOrDefault() is { } upper)
            Contradictions.RefuseOrder(at, own.Keyword, own.Limit, upper.Keyword, upper.Limit);
        Contradictions.RefuseNegative(at, own.Keyword, own.Limit);
    }
}
