using System.Text.Json;
using Conformance.Schemas.Loading;

namespace Conformance.Schemas.Constraints;

/// <summary>The string holds at least one character that is not white space.</summary>
public sealed record NotBlank(Level Level, Citation Source) : Constraint(Level, Source)
{
    internal const string Word = "notBlank";

    public override string Keyword => Word;
}

/// <inheritdoc/>
internal sealed class NotBlankKeyword() : LimitKeyword<NotBlank>(NotBlank.Word, JsonValueKind.True, JsonKind.String)
{
    public override string Spelling => "x-notBlank";

    public override Constraint Read(SchemaAt schema, Level level, Citation source) => new NotBlank(level, source);
}
