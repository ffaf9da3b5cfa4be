using Conformance.Engine.Testing;
using Conformance.Generators.Dimensions;
using Conformance.Reports;

namespace Conformance.Engine.Running.Coverage;

/// <summary>Which values of the dimensions met which behaviours, drawn from what a run sent.</summary>
internal static class PairCoverage
{
    private const int LongestReason = 200;

    /// <summary>The dimensions of each operation that behaviours were tested across.</summary>
    /// <param name="session">Knows what the target accepts.</param>
    /// <param name="trials">The requirements of the run.</param>
    public static ImmutableArray<DimensionCoverage> Of(ApiSession session, IEnumerable<Trial> trials)
    {
        var across = trials.Where(t => t is { Planned.Across: not Across.None, Pairs: not null }).ToList();
        return
        [
            .. from known in session.Combinations.All.OrderBy(k => k.Operation, StringComparer.Ordinal)
            let about = across.FindAll(t => t.Planned.Operation.Id == known.Operation)
            where about.Count > 0
            from dimension in known.Known.Dimensions
            select new DimensionCoverage(
                session.Api.Name,
                known.Operation,
                dimension.Name,
                about.Count,
                [.. dimension.Values.Select((value, index) => Of(known, dimension, value, index, about))]
            ),
        ];
    }

    private static DimensionValueCoverage Of(
        (string Operation, Combinations.Known Known) of,
        Dimension dimension,
        DimensionValue value,
        int index,
        List<Trial> about
    )
    {
        var met = about.FindAll(t => t.Pairs!.Of(of.Operation, dimension.Name).Contains(index));
        var isAccepted = of.Known.Accepted.Any(c => c.Of(dimension) == index);
        var said = of.Known.Rejected.FirstOrDefault(r => r.Combination.Of(dimension) == index).Says;
        return new DimensionValueCoverage(value.Name, value.Says, met.Count)
        {
            NotMet = isAccepted ? [.. about.Except(met).Select(t => EndOf(t.Planned))] : [],
            Rejected = isAccepted || said is null ? null : Conformance.Reports.Text.Shortened.To(LongestReason, said),
        };
    }

    private static string EndOf(PlannedRequirement planned) => planned.Rule ?? planned.Requirement.Id;
}
