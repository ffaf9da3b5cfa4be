using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Schemas.Loading;

namespace Conformance.Schemas.Constraints;

/// <summary>The whole string belongs to the language of this regular expression.</summary>
public sealed record Pattern(string Text, Level Level, Citation Source) : Constraint(Level, Source)
{
    internal const string Word = "pattern";

    public override string Keyword => Word;

    /// <summary>A narrower language that a careful reader may hold the string to; null where there is none.</summary>
    public NarrowerPattern? Narrower { get; init; }
}

/// <summary>
/// What else a string has to match by one interpretation: values outside are legal by the pattern, and nobody is blamed for
/// rejecting them.
/// </summary>
/// <param name="Text">The regular expression, for the whole string.</param>
/// <param name="Interpretation">Id of the interpretation.</param>
public sealed record NarrowerPattern(string Text, string Interpretation);

/// <inheritdoc/>
internal sealed class PatternKeyword() : LimitKeyword<Pattern>(Pattern.Word, JsonValueKind.String, JsonKind.String)
{
    public override Constraint Read(SchemaAt schema, Level level, Citation source) =>
        new Pattern(schema.Structure.Pattern!, level, source) { Narrower = Traits.Narrower(schema.At, schema.Context) };

    /// <summary>The whole value, and no newline after it.</summary>
    public static Regex Compiled(JsonLocation at, Pattern pattern)
    {
        try
        {
            // By itself first: a complaint is about the text as it is written.
            _ = new Regex(pattern.Text, RegexOptions.CultureInvariant);
            return new($@"\A(?:{pattern.Text})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException e)
        {
            throw at.Refuse("a regular expression", $"one that does not compile ({e.Message})", "correct the pattern");
        }
    }

    protected override void RefuseContradictions(JsonLocation at, Pattern own, ImmutableArray<Constraint> all)
    {
        var here = at.Child(Name);
        Compiled(here, own);
        Lengths.Of(all).RefuseEmptyLanguage(here, own.Text);
    }
}
