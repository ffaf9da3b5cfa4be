using Conformance.Engine.Planning;
using Conformance.Engine.Rules;
using Conformance.Reports;
using Conformance.Reports.SelfTest;
using Conformance.Schemas;

namespace Conformance.SelfTest;

/// <summary>Rules, scenarios and invariants, and what would not be noticed if one of them were taken away.</summary>
public static class Parts
{
    /// <summary>What each of them tests: ids of requirements of level must and should, by its name.</summary>
    public static ImmutableSortedDictionary<string, ImmutableHashSet<string>> Of(ImmutableArray<PlannedApi> catalog) =>
        RuleBook
            .All.Select(rule => (Name: rule.Kind, Ids: IdsOf(rule, catalog)))
            .Where(part => !part.Ids.IsEmpty)
            .Concat(catalog.SelectMany(planned => Behaviours(planned.Api)))
            .ToImmutableSortedDictionary(part => part.Name, part => part.Ids, StringComparer.Ordinal);

    /// <summary>What each of them alone notices of these mutants, which were judged to the end.</summary>
    public static ImmutableArray<PartResult> Of(
        ImmutableArray<PlannedApi> catalog,
        ImmutableArray<MutantResult> mutants
    ) =>
        [
            .. Of(catalog)
                .Select(part => new PartResult(
                    part.Key,
                    [.. mutants.Where(m => IsNoticed(m, _ => true, part.Value)).Select(m => m.Name)],
                    [
                        .. mutants
                            .Where(m =>
                                m.Breaks.Any(glob => IsNoticed(m, id => RequirementGlob.Matches(glob, id), part.Value))
                            )
                            .Select(m => m.Name),
                    ]
                )),
        ];

    /// <summary>Whether such a requirement failed, and none that another part tests.</summary>
    private static bool IsNoticed(MutantResult mutant, Func<string, bool> isSuch, ImmutableHashSet<string> ids)
    {
        var failed = mutant.Trials.SelectMany(t => t.Kills).Select(k => k.Requirement).Where(isSuch).ToList();
        return failed.Count > 0 && failed.TrueForAll(ids.Contains);
    }

    private static ImmutableHashSet<string> IdsOf(Rule rule, ImmutableArray<PlannedApi> catalog) =>
        [
            .. catalog
                .SelectMany(planned => planned.Api.Documented.SelectMany(rule.Of))
                .Where(planned => planned.Requirement.Level != Level.May)
                .Select(planned => planned.Requirement.Id),
        ];

    /// <summary>One behaviour of all operations that show it: one scenario or invariant tests them.</summary>
    private static IEnumerable<(string Name, ImmutableHashSet<string> Ids)> Behaviours(Api api) =>
        api
            .Behaviours.Where(behaviour => behaviour.Level != Level.May)
            .GroupBy(behaviour => behaviour.Id)
            .Select(same =>
                ($"{api.Name} {same.Key}", same.Select(b => $"{api.Name}/{b.Operation}/{b.Id}").ToImmutableHashSet())
            );
}
