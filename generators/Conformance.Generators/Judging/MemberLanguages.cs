using Conformance.Generators.Patterns;
using Conformance.Schemas;

namespace Conformance.Generators.Judging;

/// <summary>The languages that members' patterns admit, as far as their lengths reach.</summary>
internal sealed class MemberLanguages(PatternLibrary patterns)
{
    /// <summary>The language of the member's pattern, or null.</summary>
    public PatternLanguage? Of(Member member) => member.Find<Pattern>() is { } pattern ? Of(member, pattern) : null;

    /// <summary>The language of a pattern of the member.</summary>
    public PatternLanguage Of(Member member, Pattern pattern) => patterns.Language(pattern, Limits.Of(member).Horizon);

    /// <summary>The language of what else the member has to match by one interpretation, or null.</summary>
    public PatternLanguage? NarrowerOf(Member member) =>
        member.Find<Pattern>() is { Narrower: not null } pattern ? NarrowerOf(member, pattern) : null;

    /// <summary>The language of what else a value has to match by one interpretation of the pattern, which has one.</summary>
    public PatternLanguage NarrowerOf(Member member, Pattern pattern) =>
        Of(member, pattern with { Text = pattern.Narrower!.Text });
}
