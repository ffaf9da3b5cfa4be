using System.Text.Json;
using Conformance.Schemas.Loading;

namespace Conformance.Schemas.Constraints;

/// <summary>The string is one of these.</summary>
public sealed record OneOf(ImmutableArray<string> Values, Level Level, Citation Source) : Constraint(Level, Source)
{
    internal const string Word = "enum";

    public override string Keyword => Word;
}

/// <inheritdoc/>
internal sealed class OneOfKeyword() : LimitKeyword<OneOf>(OneOf.Word, JsonValueKind.Array, JsonKind.String)
{
    public override Constraint Read(SchemaAt schema, Level level, Citation source) =>
        new OneOf(Words(schema.At.Child(Name)), level, source);

    protected override void RefuseContradictions(JsonLocation at, OneOf own, ImmutableArray<Constraint> all)
    {
        var lengths = Lengths.Of(all);
        var pattern = all.OfType<Pattern>().FirstOrDefault();
        var language = pattern is null ? null : PatternKeyword.Compiled(at.Child(pattern.Keyword), pattern);
        foreach (var (value, item) in own.Values.Zip(at.Child(Name).Items()))
        {
            lengths.Refuse(item, value);
            if (language?.IsMatch(value) == false)
                throw item.Refuse("a value that the pattern accepts", $"\"{value}\"", "correct one of the two");
        }
    }

    private static ImmutableArray<string> Words(JsonLocation list)
    {
        var words = list.Items().Select(i => i.Text()).ToImmutableArray();
        if (words.IsEmpty || words.Distinct(StringComparer.Ordinal).Count() != words.Length)
            throw list.Refuse("one or more different values", list.Value.GetRawText(), "correct the list");
        return words;
    }
}
