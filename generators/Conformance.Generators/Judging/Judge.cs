using System.Collections.Immutable;
using System.Globalization;
using Conformance.Generators.Patterns;
using Conformance.Schemas;

namespace Conformance.Generators.Judging;

/// <summary>Tells what a value does to each constraint of its member.</summary>
internal sealed class Judge(PatternLibrary patterns)
{
    private const string AsciiWhiteSpace = " \t\n\v\f\r";

    /// <summary>What the value does to this constraint; constraints on other kinds of value are kept.</summary>
    public Fit Of(Member member, Constraint constraint, JsonValue value) =>
        constraint switch
        {
            Required => value is JsonRaw { IsNull: true } ? Fit.Breaks : Fit.Keeps,
            Optional => value is JsonRaw { IsNull: true } ? Fit.Disputed : Fit.Keeps,
            TypeIs type => TypeFit.Of(member, type.Kind, value),
            _ => OfContent(member, constraint, value),
        };

    /// <summary>What the value does to each constraint of its member, in the member's order.</summary>
    public ImmutableArray<Fit> Of(Member member, JsonValue value) =>
        [.. member.Constraints.Select(constraint => Of(member, constraint, value))];

    /// <summary>Whether the value keeps every constraint of its member, by every reading.</summary>
    public bool IsLegal(Member member, JsonValue value) =>
        member.Constraints.All(constraint => Of(member, constraint, value) == Fit.Keeps);

    /// <summary>The language of the member's pattern, or null.</summary>
    public PatternLanguage? LanguageOf(Member member) =>
        member.Find<Pattern>() is { } pattern ? patterns.Language(pattern.Text, Limits.Of(member).Horizon) : null;

    private Fit OfContent(Member member, Constraint constraint, JsonValue value) =>
        (constraint, value) switch
        {
            (MinLength min, JsonText text) => TextLength.Of(text.Value).AtLeast(min.Limit),
            (MaxLength max, JsonText text) => TextLength.Of(text.Value).AtMost(max.Limit),
            (Pattern pattern, JsonText text) => OfPattern(
                patterns.Language(pattern.Text, Limits.Of(member).Horizon),
                text.Value
            ),
            (NotBlank, JsonText text) => OfBlank(text.Value),
            (OneOf one, JsonText text) => When(one.Values.Contains(text.Value)),
            (OneOf, _) => Fit.Keeps,
            (MinItems min, JsonArray array) => When(array.Items.Length >= min.Limit),
            (MaxItems max, JsonArray array) => When(array.Items.Length <= max.Limit),
            (Minimum min, _) when NumberIn(value) is { } number => When(number >= min.Limit),
            (Maximum max, _) when NumberIn(value) is { } number => When(number <= max.Limit),
            _ => Fit.Keeps,
        };

    private static Fit OfPattern(PatternLanguage language, string text) =>
        language.Contains(text) ? Fit.Keeps
        : language.Refuses(text) ? Fit.Breaks
        : Fit.Disputed;

    // What is white space beyond ASCII differs from reader to reader.
    private static Fit OfBlank(string text) =>
        text.All(AsciiWhiteSpace.Contains) ? Fit.Breaks
        : string.IsNullOrWhiteSpace(text) ? Fit.Disputed
        : Fit.Keeps;

    private static Fit When(bool holds) => holds ? Fit.Keeps : Fit.Breaks;

    private static decimal? NumberIn(JsonValue value)
    {
        var text = value switch
        {
            JsonRaw { IsNumber: true } raw => raw.Text,
            JsonText written => written.Value,
            _ => "",
        };
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
