using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Conformance.Generators.Patterns;
using Conformance.Schemas;

namespace Conformance.Generators.Judging;

/// <summary>Tells what a value does to each constraint of its member: what all positions agree on, and where they differ.</summary>
internal sealed class Judge(PatternLibrary patterns)
{
    private readonly ConcurrentDictionary<(Member, Constraint), ImmutableArray<Position>> _positions = new(
        new SameObjects()
    );

    /// <summary>What the value does to this constraint; constraints on other kinds of value are kept.</summary>
    public Fit Of(Member member, Constraint constraint, JsonValue value)
    {
        var (accepted, refused) = (false, false);
        foreach (var position in PositionsOn(member, constraint))
        {
            if (position.Accepts(value))
                accepted = true;
            else
                refused = true;
        }
        return !refused ? Fit.Keeps
            : !accepted ? Fit.Breaks
            : Fit.Disputed;
    }

    /// <summary>What the value does to each constraint of its member, in the member's order.</summary>
    public ImmutableArray<Fit> Of(Member member, JsonValue value) =>
        [.. member.Constraints.Select(constraint => Of(member, constraint, value))];

    /// <summary>Whether the value keeps every constraint of its member, by every interpretation.</summary>
    public bool IsLegal(Member member, JsonValue value)
    {
        foreach (var constraint in member.Constraints)
        {
            if (Of(member, constraint, value) != Fit.Keeps)
                return false;
        }
        return true;
    }

    /// <summary>The language of the member's pattern, or null.</summary>
    public PatternLanguage? LanguageOf(Member member) =>
        member.Find<Pattern>() is { } pattern ? LanguageOf(member, pattern) : null;

    /// <summary>The language of what else the member has to match by one interpretation, or null.</summary>
    public PatternLanguage? NarrowerLanguageOf(Member member) =>
        member.Find<Pattern>() is { Narrower: not null } pattern ? NarrowerLanguageOf(member, pattern) : null;

    /// <summary>The positions of careful readers on a constraint: one, or several where an interpretation is in dispute.</summary>
    public ImmutableArray<Position> PositionsOn(Member member, Constraint constraint) =>
        _positions.GetOrAdd((member, constraint), of => PositionsOf(of.Item1, of.Item2));

    private ImmutableArray<Position> PositionsOf(Member member, Constraint constraint) =>
        constraint switch
        {
            TypeIs type => KindPositions.Of(member, type),
            Required => PresencePositions.OfRequired(member),
            Optional => PresencePositions.OfOptional(),
            MinLength or MaxLength or NotBlank => LengthPositions.Of(member, constraint),
            Pattern pattern => PatternPositions(member, pattern),
            OneOf one => TextPositions.OfChoice(one.Values),
            _ => NumberPositions.Of(constraint),
        };

    private ImmutableArray<Position> PatternPositions(Member member, Pattern pattern)
    {
        var whole = LanguageOf(member, pattern);
        var positions = TextPositions.OfPattern(whole);
        return pattern.Narrower is { } narrower
            ? positions.Add(
                TextPositions.OfNarrower(narrower.Interpretation, whole, NarrowerLanguageOf(member, pattern))
            )
            : positions;
    }

    private PatternLanguage NarrowerLanguageOf(Member member, Pattern pattern) =>
        LanguageOf(member, pattern with { Text = pattern.Narrower!.Text });

    private PatternLanguage LanguageOf(Member member, Pattern pattern) =>
        patterns.Language(pattern, Limits.Of(member).Horizon);

    // Members are trees: to compare them by their contents would take longer than to judge.
    private sealed class SameObjects : IEqualityComparer<(Member, Constraint)>
    {
        public bool Equals((Member, Constraint) x, (Member, Constraint) y) =>
            ReferenceEquals(x.Item1, y.Item1) && ReferenceEquals(x.Item2, y.Item2);

        public int GetHashCode((Member, Constraint) of) =>
            HashCode.Combine(RuntimeHelpers.GetHashCode(of.Item1), RuntimeHelpers.GetHashCode(of.Item2));
    }
}
