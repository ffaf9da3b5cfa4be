using Conformance.Generators.Breaking;
using Conformance.Generators.Constraints;
using Conformance.Generators.Coverage;
using Conformance.Generators.Inside;
using Conformance.Generators.Judging;
using Conformance.Generators.Patterns;
using Conformance.Generators.Texts;
using Conformance.Schemas;
using Conformance.Schemas.Patterns;

namespace Conformance.Generators;

/// <summary>
/// From constraints to values. Construct it once and pass it around: it reads each pattern once. Safe to use from
/// several threads; what it yields depends on its arguments alone.
/// </summary>
public sealed class ValueSource
{
    private readonly Judge _judge;
    private readonly TextDomains _shapes;
    private readonly Ordinaries _ordinaries;
    private readonly Candidates _candidates;

    public ValueSource()
    {
        _judge = new Judge(new PatternLibrary());
        _shapes = new TextDomains(_judge.Languages);
        _ordinaries = new Ordinaries(_judge, _shapes);
        _candidates = new Candidates(_ordinaries, _shapes);
    }

    /// <summary>A realistic value that satisfies all constraints of the member; objects come with all their members.</summary>
    /// <exception cref="PatternException">The member's pattern is not understood.</exception>
    /// <exception cref="ArgumentException">The member's constraints admit no value.</exception>
    public Sample Ordinary(Member member, Draw draw) => _ordinaries.Sample(member, draw);

    /// <summary>A legal array of so many ordinary items, each unlike the others where its constraints leave room for that.</summary>
    /// <exception cref="PatternException">A pattern of an item is not understood.</exception>
    public JsonArray Items(Member array, int count, Draw draw) =>
        _ordinaries.Array(array, count, withOptional: true, draw);

    /// <summary>An object with an ordinary value for each required member, or for every one.</summary>
    /// <exception cref="PatternException">A member's pattern is not understood.</exception>
    public JsonValue Body(IEnumerable<Member> members, bool withOptional, Draw draw) =>
        _ordinaries.Body(members, withOptional, draw);

    /// <summary>Legal values at the edge of this constraint, with draw.RandomCount random ones where it has many.</summary>
    /// <exception cref="PatternException">The member's pattern is not understood.</exception>
    public ImmutableArray<Sample> JustInside(Member member, Constraint constraint, Draw draw) =>
        [.. _candidates.Inside(member, constraint, draw).Where(sample => _judge.IsLegal(member, sample.Value))];

    /// <summary>Values that break this constraint by every interpretation, and nothing else unless that can't be helped.</summary>
    /// <exception cref="PatternException">The member's pattern is not understood.</exception>
    public Violation BreakingOnly(Member member, Constraint constraint, Draw draw)
    {
        var others = member.Constraints.Where(c => c != constraint).ToImmutableArray();
        var breaking = _candidates
            .Outside(member, constraint, draw)
            .Where(sample => IsViolation(member, constraint, sample))
            .ToImmutableArray();
        var clean = breaking.RemoveAll(sample => others.Any(other => !Keeps(other, sample)));
        var chosen = clean.IsEmpty ? breaking : clean;
        return new Violation(chosen, [.. others.Where(other => chosen.Any(sample => !Keeps(other, sample)))]);

        bool Keeps(Constraint other, Sample sample) => _judge.Of(member, other, sample.Value) == Fit.Keeps;
    }

    /// <summary>
    /// Smaller values that do the same to every constraint of the member as the failing one, and keep its identity;
    /// smallest steps last. Every value is smaller than the one before it was made from, so that repeating it ends.
    /// </summary>
    public IEnumerable<Sample> Shrink(Member member, Constraint constraint, Sample failing)
    {
        var fits = _judge.Of(member, failing.Value);
        var own = _judge.Of(member, constraint, failing.Value);
        return SmallerValues
            .Of(failing)
            .Where(sample =>
                _judge.Of(member, constraint, sample.Value) == own
                && _judge.Of(member, sample.Value).SequenceEqual(fits)
            );
    }

    /// <summary>Values on which careful readers of the documents differ, each with the id of the interpretation.</summary>
    /// <exception cref="PatternException">The member's pattern is not understood.</exception>
    public ImmutableArray<(Sample Sample, string Interpretation)> Disputed(Member member, Draw draw) =>
        [.. Disputes.Of(_shapes.Of(member), draw)];

    /// <summary>Whether <see cref="Disputed"/> has a value for the member; told without making one.</summary>
    /// <exception cref="PatternException">The member's pattern is not understood.</exception>
    public static bool HasDisputes(Member member) => Disputes.Exist(member);

    /// <summary>
    /// How careful readers read the constraint: one position, or several where an interpretation is in dispute. A value is
    /// asserted valid only if all of them accept it, invalid only if all reject it.
    /// </summary>
    /// <exception cref="PatternException">The member's pattern is not understood.</exception>
    public ImmutableArray<Position> PositionsOn(Member member, Constraint constraint) =>
        _judge.PositionsOn(member, constraint);

    /// <summary>Whether the value breaks this constraint by every interpretation, and a request can carry it.</summary>
    /// <exception cref="PatternException">The member's pattern is not understood.</exception>
    public bool IsViolation(Member member, Constraint constraint, JsonValue value) =>
        IsViolation(member, constraint, new Sample(value, "", ""));

    /// <summary>
    /// The classes of values that exist for a constraint on each side of it: which values are tried, and why a class has
    /// none. With the same draw these are the values of <see cref="JustInside"/> and <see cref="BreakingOnly"/>.
    /// </summary>
    /// <exception cref="PatternException">The member's pattern is not understood.</exception>
    public ImmutableArray<ValueClass> ClassesOf(Member member, Constraint constraint, Draw draw) =>
        Classes.Of(
            new Tried(
                member,
                constraint,
                [.. _candidates.Inside(member, constraint, draw)],
                JustInside(member, constraint, draw),
                [.. _candidates.Outside(member, constraint, draw)],
                BreakingOnly(member, constraint, draw).Samples,
                Disputed(member, draw)
            ),
            _judge,
            _shapes.Of(member)
        );

    /// <summary>On which side of the constraint a request lies that leaves the member out; null where it says nothing of that.</summary>
    public static Side? SideOfAbsence(Constraint constraint) => ConstraintKinds.Of(constraint).SideOfAbsence;

    /// <summary>Whether the constraint bounds the number of items, and just one number is legal.</summary>
    public static bool AllowsOneCount(Member member, Constraint constraint) =>
        ConstraintKinds.Of(constraint).Bound(constraint) is { Of: Quantity.Items }
        && Bound.On(member, Quantity.Items) is { Least: { } least, Most: { } most }
        && least == most;

    /// <summary>Random legal texts without end, of every legal length alike; the member holds a string.</summary>
    /// <exception cref="PatternException">The member's pattern is not understood.</exception>
    public IEnumerable<Sample> RandomMembers(Member member, Draw draw) =>
        InsidePattern.Stream(_shapes.Of(member), draw).Where(sample => _judge.IsLegal(member, sample.Value));

    /// <summary>Random texts one edit outside the pattern, without end; by every interpretation, and nothing else is wrong with them.</summary>
    /// <exception cref="PatternException">The member's pattern is not understood.</exception>
    public IEnumerable<Sample> RandomNearMisses(Member member, Pattern pattern, Draw draw)
    {
        var shape = _shapes.Of(member);
        var others = member.Constraints.Where(c => c != pattern).ToImmutableArray();
        return BreakPatternAtRandom
            .Stream(shape, shape.Language!, draw)
            .Where(sample =>
                IsViolation(member, pattern, sample)
                && others.All(other => _judge.Of(member, other, sample.Value) == Fit.Keeps)
            );
    }

    private bool IsViolation(Member member, Constraint constraint, Sample sample) =>
        _judge.Of(member, constraint, sample.Value) == Fit.Breaks
        && (sample.Value is not JsonText text || _shapes.Of(member).CanCarry(text.Value));
}
