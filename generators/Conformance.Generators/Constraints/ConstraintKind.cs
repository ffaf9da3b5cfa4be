using System.Text.Json;
using Conformance.Generators.Judging;
using Conformance.Generators.Texts;
using Conformance.Schemas;

namespace Conformance.Generators.Constraints;

/// <summary>
/// One kind of constraint: the values on each side of it, how careful readers tell the sides apart, how a response's value
/// is held against it, and how it reads in words.
/// </summary>
internal abstract class ConstraintKind
{
    /// <summary>The schema's keyword.</summary>
    public abstract string Keyword { get; }

    /// <summary>Values inside that may be worth a try, at the edge first; the judge decides on each.</summary>
    public abstract IEnumerable<Sample> Inside(Constraint constraint, MemberDraw draw);

    /// <summary>Values outside that may break nothing else; the judge decides on each.</summary>
    public abstract IEnumerable<Sample> Outside(Constraint constraint, MemberDraw draw);

    /// <summary>The classes that values outside are to be of, each with the reason why a constraint can have none.</summary>
    public virtual ImmutableArray<(Kind Kind, string WhyNone)> ClassesOutside(TextDomain domain) => [];

    /// <summary>How careful readers read the constraint: one position, or several where an interpretation is in dispute.</summary>
    public abstract ImmutableArray<Position> Positions(Constraint constraint, Member member, MemberLanguages languages);

    /// <summary>Texts on which those positions differ, each with the interpretation's id.</summary>
    public abstract IEnumerable<(Sample Sample, string Interpretation)> Disputed(
        Constraint constraint,
        TextDomain domain,
        Draw draw
    );

    /// <summary>Whether there are such texts for the member; told without making one.</summary>
    public abstract bool HasDisputed(Constraint constraint, Member member);

    /// <summary>The quantity that it bounds, and by what; null where it bounds none.</summary>
    public abstract Bound? Bound(Constraint constraint);

    /// <summary>The only texts that it allows; empty where it allows any.</summary>
    public abstract ImmutableArray<string> Choices(Constraint constraint);

    /// <summary>On which side of it a request lies that leaves the member out; null where it says nothing of that.</summary>
    public virtual Side? SideOfAbsence => null;

    /// <summary>The constraint in words that follow the member's name.</summary>
    public abstract string Words(Constraint constraint);

    /// <summary>What is wrong with a response's value, in words; null where the constraint holds or does not apply.</summary>
    /// <param name="constraint">The constraint.</param>
    /// <param name="value">The member's value; null where the member is absent.</param>
    public abstract string? Problem(Constraint constraint, JsonElement? value);
}

/// <summary>The kind of the constraints of one type.</summary>
internal abstract class ConstraintKind<T> : ConstraintKind
    where T : Constraint
{
    public sealed override IEnumerable<Sample> Inside(Constraint constraint, MemberDraw draw) =>
        Inside((T)constraint, draw);

    public sealed override IEnumerable<Sample> Outside(Constraint constraint, MemberDraw draw) =>
        Outside((T)constraint, draw);

    public sealed override ImmutableArray<Position> Positions(
        Constraint constraint,
        Member member,
        MemberLanguages languages
    ) => Positions((T)constraint, member, languages);

    public sealed override IEnumerable<(Sample Sample, string Interpretation)> Disputed(
        Constraint constraint,
        TextDomain domain,
        Draw draw
    ) => Disputed((T)constraint, domain, draw);

    public sealed override bool HasDisputed(Constraint constraint, Member member) => HasDisputed((T)constraint, member);

    public sealed override Bound? Bound(Constraint constraint) => Bound((T)constraint);

    public sealed override ImmutableArray<string> Choices(Constraint constraint) => Choices((T)constraint);

    public sealed override string Words(Constraint constraint) => Words((T)constraint);

    public sealed override string? Problem(Constraint constraint, JsonElement? value) =>
        value is { ValueKind: not JsonValueKind.Null } present
            ? Problem((T)constraint, present)
            : ProblemWithout(isNull: value is not null);

    protected abstract IEnumerable<Sample> Inside(T constraint, MemberDraw draw);

    protected abstract IEnumerable<Sample> Outside(T constraint, MemberDraw draw);

    protected abstract ImmutableArray<Position> Positions(T constraint, Member member, MemberLanguages languages);

    protected virtual IEnumerable<(Sample Sample, string Interpretation)> Disputed(
        T constraint,
        TextDomain domain,
        Draw draw
    ) => [];

    protected virtual bool HasDisputed(T constraint, Member member) => false;

    protected virtual Bound? Bound(T constraint) => null;

    protected virtual ImmutableArray<string> Choices(T constraint) => [];

    protected abstract string Words(T constraint);

    /// <summary>What is wrong with a value that is there; values that the constraint says nothing of are right.</summary>
    protected abstract string? Problem(T constraint, JsonElement value);

    /// <summary>What is wrong with a member that is absent, or null.</summary>
    protected virtual string? ProblemWithout(bool isNull) => null;
}
