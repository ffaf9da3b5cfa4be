using Conformance.Generators.Constraints;
using Conformance.Generators.Judging;
using Conformance.Generators.Texts;

namespace Conformance.Generators.Coverage;

/// <summary>The classes of values that exist for a constraint, tried or with the reason why not.</summary>
internal static class Classes
{
    public static ImmutableArray<ValueClass> Of(Tried tried, Judge judge, TextDomain shape)
    {
        var reasons = new Reasons(tried.Member, tried.Constraint, judge, shape);
        return
        [
            .. Sided(Side.Inside, tried.InsideCandidates, tried.Inside, reasons.NotLegal),
            .. Sided(Side.Outside, tried.OutsideCandidates, tried.Outside, reasons.NotAViolation),
            .. Absent(tried, shape),
            .. Disputed(tried, judge),
        ];
    }

    private static IEnumerable<ValueClass> Sided(
        Side side,
        ImmutableArray<Sample> candidates,
        ImmutableArray<Sample> sent,
        Func<Sample, Reason> whyNot
    ) =>
        from kind in candidates.Where(c => c.Kind != Kind.Random.Name || sent.Contains(c)).GroupBy(c => c.Kind)
        let values = sent.Where(s => s.Kind == kind.Key).Select(s => s.Class).ToImmutableArray()
        select new ValueClass(kind.Key, side, SaysOf(kind.Key, kind.First()), values)
        {
            WhyNone = values.IsEmpty ? kind.Select(whyNot).MinBy(reason => reason.Rank)!.Says : null,
        };

    private static string SaysOf(string name, Sample first) => Kind.Named(name)?.Says ?? first.Says;

    /// <summary>Classes outside of which the constraint leaves not even a candidate.</summary>
    private static IEnumerable<ValueClass> Absent(Tried tried, TextDomain shape) =>
        from absent in ConstraintKinds.Of(tried.Constraint).ClassesOutside(shape)
        where tried.OutsideCandidates.All(c => c.Kind != absent.Kind.Name)
        select new ValueClass(absent.Kind.Name, Side.Outside, absent.Kind.Says, []) { WhyNone = absent.WhyNone };

    /// <summary>The values in dispute that are so because of this constraint.</summary>
    private static IEnumerable<ValueClass> Disputed(Tried tried, Judge judge) =>
        from dispute in tried.Disputed
        where judge.Of(tried.Member, tried.Constraint, dispute.Sample.Value) == Fit.Disputed
        select new ValueClass(dispute.Sample.Class, Side.Disputed, dispute.Sample.Says, [dispute.Sample.Class])
        {
            Interpretation = dispute.Interpretation,
        };
}
