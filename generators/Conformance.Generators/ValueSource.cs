using System.Collections.Immutable;
using Conformance.Generators.Breaking;
using Conformance.Generators.Inside;
using Conformance.Generators.Judging;
using Conformance.Generators.Patterns;
using Conformance.Generators.Texts;
using Conformance.Schemas;

namespace Conformance.Generators;

/// <summary>
/// From constraints to values. Construct it once and pass it around: it reads each pattern once. Safe to use from
/// several threads; what it yields depends on its arguments alone.
/// </summary>
public sealed class ValueSource
{
    private const string Shortened = " (shrunk to ";

    private readonly Judge _judge;
    private readonly Ordinaries _ordinaries;

    public ValueSource()
    {
        _judge = new Judge(new PatternLibrary());
        _ordinaries = new Ordinaries(_judge);
    }

    /// <summary>A realistic value that satisfies all constraints of the member; objects come with all their members.</summary>
    /// <exception cref="PatternException">The member's pattern is not understood.</exception>
    /// <exception cref="ArgumentException">The member's constraints admit no value.</exception>
    public Sample Ordinary(Member member, Draw draw)
    {
        var (value, identity) = _ordinaries.Of(member, withOptional: true, draw);
        return new Sample(value, "ordinary", "an ordinary value") { Identity = identity };
    }

    /// <summary>An object with an ordinary value for each required member, or for every one.</summary>
    /// <exception cref="PatternException">A member's pattern is not understood.</exception>
    public JsonValue Body(IEnumerable<Member> members, bool withOptional, Draw draw) =>
        _ordinaries.Body(members, withOptional, draw);

    /// <summary>Legal values at the edge of this constraint, with draw.RandomCount random ones where it has many.</summary>
    /// <exception cref="PatternException">The member's pattern is not understood.</exception>
    public ImmutableArray<Sample> JustInside(Member member, Constraint constraint, Draw draw) =>
        [.. Distinct(Inside(member, constraint, draw)).Where(sample => _judge.IsLegal(member, sample.Value))];

    /// <summary>Values that break this constraint by every reading, and nothing else unless that can't be helped.</summary>
    /// <exception cref="PatternException">The member's pattern is not understood.</exception>
    public Breach BreakingOnly(Member member, Constraint constraint, Draw draw)
    {
        var others = member.Constraints.Where(c => c != constraint).ToImmutableArray();
        var breaking = Distinct(Outside(member, constraint, draw))
            .Where(sample => _judge.Of(member, constraint, sample.Value) == Fit.Breaks)
            .ToImmutableArray();
        var clean = breaking.RemoveAll(sample => others.Any(other => !Keeps(other, sample)));
        var chosen = clean.IsEmpty ? breaking : clean;
        return new Breach(chosen, [.. others.Where(other => chosen.Any(sample => !Keeps(other, sample)))]);

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
        return Smaller(failing)
            .Where(sample =>
                _judge.Of(member, constraint, sample.Value) == own
                && _judge.Of(member, sample.Value).SequenceEqual(fits)
            );
    }

    /// <summary>Values on which careful readers of the documents differ, each with the id of the reading.</summary>
    /// <exception cref="PatternException">The member's pattern is not understood.</exception>
    public ImmutableArray<(Sample Sample, string Reading)> Disputed(Member member, Draw draw) =>
        [.. Disputes.Of(Shape.Of(member, _judge), draw)];

    private IEnumerable<Sample> Inside(Member member, Constraint constraint, Draw draw)
    {
        var shape = Shape.Of(member, _judge);
        return constraint switch
        {
            MinLength => InsideLength.Shortest(shape, draw),
            MaxLength => InsideLength.Longest(shape, draw),
            Pattern when shape.Language is { } language => InsidePattern.Of(shape, language, draw),
            TypeIs type => InsideType.Of(shape, type.Kind, draw).Prepend(Ordinary(member, draw)),
            NotBlank => InsideContent.NotBlank(),
            OneOf one => InsideContent.OneOf(one.Values),
            MinItems min => InsideContent.Items([min.Limit, min.Limit + 1], ArrayOf(member, draw)),
            MaxItems max => InsideContent.Items([max.Limit, max.Limit - 1], ArrayOf(member, draw)),
            Minimum min => InsideContent.Numbers([min.Limit, min.Limit + 1], member.Place),
            Maximum max => InsideContent.Numbers([max.Limit, max.Limit - 1], member.Place),
            _ => [Ordinary(member, draw)],
        };
    }

    private IEnumerable<Sample> Outside(Member member, Constraint constraint, Draw draw)
    {
        var shape = Shape.Of(member, _judge);
        return constraint switch
        {
            Required => BreakContent.Required(member.Place),
            TypeIs type => BreakType.Of(member, type.Kind),
            MinLength min => BreakLength.TooShort(shape, min.Limit, draw),
            MaxLength max => BreakLength.TooLong(shape, max.Limit, draw),
            Pattern when shape.Language is { } language => BreakPattern.Of(shape, language, draw),
            NotBlank => BreakContent.NotBlank(),
            OneOf one => BreakContent.OneOf(one.Values),
            MinItems min => BreakContent.Items([min.Limit - 1, 0], ArrayOf(member, draw)),
            MaxItems max => BreakContent.Items([max.Limit + 1, max.Limit + 10], ArrayOf(member, draw)),
            Minimum min => BreakContent.Beyond(min.Limit, -1, member.Place),
            Maximum max => BreakContent.Beyond(max.Limit, 1, member.Place),
            _ => [],
        };
    }

    private Func<int, JsonValue> ArrayOf(Member member, Draw draw) =>
        count => _ordinaries.Array(member, count, withOptional: true, draw);

    private static IEnumerable<Sample> Smaller(Sample failing) =>
        failing.Value switch
        {
            JsonText text => Shrinking
                .Of(text.Value, failing.Identity)
                .Select(smaller => Smaller(failing, new JsonText(smaller), $"{smaller.Length} characters")),
            JsonArray { Items.Length: > 0 } array => Enumerable
                .Range(0, array.Items.Length)
                .Select(count => Smaller(failing, new JsonArray(array.Items[..count]), $"{count} items")),
            _ => [],
        };

    private static Sample Smaller(Sample failing, JsonValue value, string size) =>
        failing with
        {
            Value = value,
            Says = $"{failing.Says.Split(Shortened)[0]}{Shortened}{size})",
        };

    private static IEnumerable<Sample> Distinct(IEnumerable<Sample> samples) =>
        samples.DistinctBy(sample => sample.Class).DistinctBy(sample => sample.Value.ToJson());
}
