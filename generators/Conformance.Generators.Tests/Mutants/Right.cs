using System.Text.RegularExpressions;
using Conformance.Schemas;

namespace Conformance.Generators.Tests.Mutants;

/// <summary>A careful check of a text, made of .NET's own means: what the mutants are changed from.</summary>
/// <param name="Pattern">Without anchors; null where the text is free.</param>
/// <param name="Shortest">In UTF-16 units.</param>
/// <param name="Longest">In UTF-16 units.</param>
internal sealed record Right(string? Pattern, int Shortest, int Longest)
{
    public static Right Of(Member member) =>
        new(
            member.Find<Pattern>()?.Text.TrimStart('^').TrimEnd('$'),
            member.Find<MinLength>()?.Limit ?? 0,
            member.Find<MaxLength>()?.Limit ?? int.MaxValue
        );

    /// <summary>The pattern as everybody should read it.</summary>
    public Func<string, bool> Matches { get; } = Pattern is null ? _ => true : Whole(Pattern);

    public bool Takes(string text) => HasLegalLength(text) && Matches(text);

    public bool HasLegalLength(string text) => text.Length >= Shortest && text.Length <= Longest;

    /// <summary>The same with the pattern matched in another way.</summary>
    public Mutant Matching(string says, Func<string, bool> matches) =>
        new(says, text => HasLegalLength(text) && matches(text));

    /// <summary>The same with the text changed before it is looked at.</summary>
    public Mutant Changing(string says, Func<string, string> change) => new(says, text => Takes(change(text)));

    /// <summary>The same for all but some texts.</summary>
    public Mutant Rejecting(string says, Func<string, bool> rejects) =>
        new(says, text => !rejects(text) && Takes(text));

    // Without backtracking: a mistyped pattern may be one that takes forever.
    public static Func<string, bool> Whole(string pattern) =>
        new Regex($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking).IsMatch;
}
