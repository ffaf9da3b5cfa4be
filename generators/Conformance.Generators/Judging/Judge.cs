using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Conformance.Generators.Constraints;
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
        var (accepted, rejected) = (false, false);
        foreach (var position in PositionsOn(member, constraint))
        {
            if (position.Accepts(value))
                accepted = true;
            else
                rejected = true;
        }
        return !rejected ? Fit.Keeps
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

    /// <summary>The languages that the members' patterns admit.</summary>
    public MemberLanguages Languages { get; } = new(patterns);

    /// <summary>The positions of careful readers on a constraint: one, or several where an interpretation is in dispute.</summary>
    public ImmutableArray<Position> PositionsOn(Member member, Constraint constraint) =>
        _positions.GetOrAdd(
            (member, constraint),
            of => ConstraintKinds.Of(of.Item2).Positions(of.Item2, of.Item1, Languages)
        );

    // Members are trees: to compare them by their contents would take longer than to judge.
    private sealed class SameObjects : IEqualityComparer<(Member, Constraint)>
    {
        public bool Equals((Member, Constraint) x, (Member, Constraint) y) =>
            ReferenceEquals(x.Item1, y.Item1) && ReferenceEquals(x.Item2, y.Item2);

        public int GetHashCode((Member, Constraint) of) =>
            HashCode.Combine(RuntimeHelpers.GetHashCode(of.Item1), RuntimeHelpers.GetHashCode(of.Item2));
    }
}
