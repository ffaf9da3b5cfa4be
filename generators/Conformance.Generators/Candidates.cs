using Conformance.Generators.Constraints;
using Conformance.Generators.Texts;
using Conformance.Schemas;

namespace Conformance.Generators;

/// <summary>What may be worth a try on each side of a constraint; the judge decides on each.</summary>
internal sealed class Candidates(Ordinaries ordinaries, TextDomains domains)
{
    /// <summary>Legal values at the edge of the constraint, if they are legal.</summary>
    public IEnumerable<Sample> Inside(Member member, Constraint constraint, Draw draw) =>
        Distinct(ConstraintKinds.Of(constraint).Inside(constraint, Of(member, draw)));

    /// <summary>Values that break the constraint, if they do.</summary>
    public IEnumerable<Sample> Outside(Member member, Constraint constraint, Draw draw) =>
        Distinct(ConstraintKinds.Of(constraint).Outside(constraint, Of(member, draw)));

    private MemberDraw Of(Member member, Draw draw) => new(domains.Of(member), ordinaries, draw);

    private static IEnumerable<Sample> Distinct(IEnumerable<Sample> samples) =>
        samples.DistinctBy(sample => sample.Class).DistinctBy(sample => sample.Value.ToJson());
}
