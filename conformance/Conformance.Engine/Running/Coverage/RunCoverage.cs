using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Running.Coverage;

/// <summary>What a run tried of the values that each constraint tells apart, drawn from what it sent.</summary>
internal static class RunCoverage
{
    // So that a random class of values exists wherever a profile may draw some.
    private const int OneRandom = 1;

    /// <summary>The constraints that these requirements are about, in the order of the schema.</summary>
    /// <param name="session">Where the values came from.</param>
    /// <param name="whole">Every requirement of the API, whether in the run or not.</param>
    /// <param name="trials">The requirements of the run.</param>
    public static ImmutableArray<ConstraintCoverage> Of(
        ApiSession session,
        IEnumerable<PlannedRequirement> whole,
        IEnumerable<Trial> trials
    )
    {
        var sides = whole.Where(p => p.Facet is { Constraint: not null }).Select(SideOf).ToHashSet();
        var byMember = trials
            .Where(t => t.Planned.Facet is not null)
            .ToLookup(t => (t.Planned.Operation.Id, t.Planned.Facet!.Member.Path));
        return
        [
            .. from operation in session.Api.Documented
            from member in operation.RequestMembers()
            let about = byMember[(operation.Id, member.Path)].ToList()
            where about.Count > 0
            from constraint in member.Constraints
            let coverage = Of(session, operation, member, constraint, about)
            where !coverage.Classes.IsEmpty
            select coverage with
            {
                Classes = [.. coverage.Classes, .. Untested(session, operation, member, constraint, about, sides)],
            },
        ];
    }

    /// <summary>Classes on a side of the constraint that no requirement of the kit is about.</summary>
    private static IEnumerable<ClassCoverage> Untested(
        ApiSession session,
        Operation operation,
        Member member,
        Constraint constraint,
        List<Trial> about,
        HashSet<(string, string, string, Side)> tested
    ) =>
        from side in new[] { Side.Inside, Side.Outside }
        // Every valid request tries the one legal number of items.
        where about.Exists(t => t.Planned.Facet!.Constraint?.Keyword == constraint.Keyword)
        where !(side == Side.Inside && ValueSource.AllowsOneCount(member, constraint))
        where !tested.Contains((operation.Id, member.Path, constraint.Keyword, side))
        from @class in Existing(session, member, constraint, about)
        where @class.Side == side
        select SideCoverage.Untested(@class);

    private static (string, string, string, Side) SideOf(PlannedRequirement planned) =>
        (planned.Operation.Id, planned.Facet!.Member.Path, planned.Facet.Constraint!.Keyword, planned.Facet.Side);

    private static ConstraintCoverage Of(
        ApiSession session,
        Operation operation,
        Member member,
        Constraint constraint,
        List<Trial> about
    )
    {
        var known = Existing(session, member, constraint, about);
        return new ConstraintCoverage(
            operation.Api,
            operation.Id,
            member.Path,
            constraint.Keyword,
            ConstraintWords.Of(constraint),
            [
                .. Enum.GetValues<Side>()
                    .SelectMany(side => SideCoverage.Of(side, [.. known.Where(c => c.Side == side)], On(side))),
            ]
        );

        List<Trial> On(Side side) =>
            about.FindAll(t =>
                t.Planned.Facet!.Side == side
                && (t.Planned.Facet.Constraint is null || t.Planned.Facet.Constraint.Keyword == constraint.Keyword)
            );
    }

    /// <summary>
    /// The classes that exist, by a draw of the run. Of a member that is or is not there no value is a class of its own.
    /// </summary>
    private static ImmutableArray<ValueClass> Existing(
        ApiSession session,
        Member member,
        Constraint constraint,
        List<Trial> about
    )
    {
        var draw = about.Select(t => t.Tried?.Draw).FirstOrDefault(d => d is not null) ?? session.Draw;
        var classes = session.Values.ClassesOf(member, constraint, draw with { RandomCount = OneRandom });
        return ValueSource.SideOfAbsence(constraint) is { } side
            ? [Missing(member, side), .. classes.Where(c => c.Side != Side.Inside)]
            : classes;
    }

    private static ValueClass Missing(Member member, Side side)
    {
        var leaving = Case.LeavingOut(member);
        return new ValueClass(leaving.Label, side, leaving.Says, [leaving.Label]);
    }
}
