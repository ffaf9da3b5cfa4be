using Conformance.Generators.Breaking;
using Conformance.Generators.Inside;
using Conformance.Generators.Texts;
using Conformance.Schemas;

namespace Conformance.Generators;

/// <summary>What may be worth a try on each side of a constraint; the judge decides on each.</summary>
internal sealed class Candidates(Ordinaries ordinaries, TextDomains shapes)
{
    /// <summary>Legal values at the edge of the constraint, if they are legal.</summary>
    public IEnumerable<Sample> Inside(Member member, Constraint constraint, Draw draw)
    {
        var shape = shapes.Of(member);
        var samples = constraint switch
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
        return Distinct(samples);
    }

    /// <summary>Values that break the constraint, if they do.</summary>
    public IEnumerable<Sample> Outside(Member member, Constraint constraint, Draw draw)
    {
        var shape = shapes.Of(member);
        var samples = constraint switch
        {
            Required => BreakContent.Required(member.Place),
            TypeIs type => BreakType.Of(shape, type.Kind, draw),
            MinLength min => BreakLength.TooShort(shape, min.Limit, draw),
            MaxLength max => BreakLength.TooLong(shape, max.Limit, draw),
            Pattern when shape.Language is { } language => BreakPattern.Of(shape, language, draw),
            NotBlank => BreakContent.NotBlank(),
            OneOf one => BreakContent.OneOf(one.Values),
            MinItems min => BreakContent.Items([min.Limit - 1, 0], ArrayOf(member, draw)),
            MaxItems max => BreakContent.Items([max.Limit + 1, max.Limit + 10], ArrayOf(member, draw)),
            Minimum min => BreakContent.Beyond(min.Limit, -1, member),
            Maximum max => BreakContent.Beyond(max.Limit, 1, member),
            _ => [],
        };
        return Distinct(samples);
    }

    private Sample Ordinary(Member member, Draw draw) => ordinaries.Sample(member, draw);

    private Func<int, JsonValue> ArrayOf(Member member, Draw draw) =>
        count => ordinaries.Array(member, count, withOptional: true, draw);

    private static IEnumerable<Sample> Distinct(IEnumerable<Sample> samples) =>
        samples.DistinctBy(sample => sample.Class).DistinctBy(sample => sample.Value.ToJson());
}
