using System.Collections.Immutable;
using Conformance.Cli.Prove;
using Conformance.Reference.Defects;
using Conformance.Reports.Matrix;
using Conformance.Schemas;
using Conformance.Suite.Planning;
using Conformance.Suite.Rules;

namespace Conformance.Cli.Tests.Prove;

/// <summary>No rule and no behaviour can be taken away unnoticed: the matrix names what survives without it.</summary>
public sealed class AblationTests
{
    private static readonly ImmutableArray<PlannedApi> Catalog = Suite.Planning.Catalog.Load();

    /// <summary>What each rule, each scenario and each invariant proves, by its name.</summary>
    private static readonly ImmutableArray<(string Name, ImmutableHashSet<string> Ids)> Parts =
    [
        .. RuleBook.All.Select(rule => (rule.Kind, IdsOf(rule))).Where(part => !part.Item2.IsEmpty),
        .. Catalog.SelectMany(planned =>
            planned
                .Api.Behaviours.Where(behaviour => behaviour.Level != Level.May)
                .GroupBy(behaviour => behaviour.Id)
                .Select(group => Behaviour(planned.Api.Name, group))
        ),
    ];

    public static IEnumerable<TheoryDataRow<string>> Names =>
        Parts.Select(part => new TheoryDataRow<string>(part.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task WithoutItTheMatrixNamesWhatIsNoLongerNoticed(string name)
    {
        var ids = Parts.First(part => part.Name == name).Ids;
        var defect = AllDefects.List.FirstOrDefault(d => d.ShowsOnceIn == 1 && BreaksNothingElse(d, ids));
        Assert.True(defect is not null, $"no wrong implementation breaks {name} alone; add one");
        var request = new ProveRequest { Only = [defect.Name], Without = [.. ids] };
        var matrix = await new MatrixRun(request, Catalog, TimeProvider.System).Run(
            AllDefects.List,
            [],
            TestContext.Current.CancellationToken
        );
        var result = Assert.Single(matrix.Defects);
        Assert.NotEqual(Fate.Killed, result.Fate);
        Assert.Equal(defect.Breaks, result.Trials[0].Unnoticed);
    }

    /// <summary>Whether all that the lie breaks belongs to this part.</summary>
    private static bool BreaksNothingElse(Defect defect, ImmutableHashSet<string> ids) =>
        Catalog
            .Where(planned => planned.Api.Name == defect.Api)
            .SelectMany(planned => planned.Requirements)
            .Select(planned => planned.Requirement.Id)
            .Where(id => defect.Breaks.Any(glob => Selection.Matches(glob, id)))
            .All(ids.Contains);

    private static ImmutableHashSet<string> IdsOf(Rule rule) =>
        [
            .. Catalog
                .SelectMany(planned => planned.Api.Documented.SelectMany(rule.Of))
                .Where(planned => planned.Requirement.Level != Level.May)
                .Select(planned => planned.Requirement.Id),
        ];

    /// <summary>One behaviour of all operations that show it: one scenario proves them.</summary>
    private static (string Name, ImmutableHashSet<string> Ids) Behaviour(
        string api,
        IGrouping<string, Behaviour> behaviours
    ) => ($"{api} {behaviours.Key}", [.. behaviours.Select(b => $"{api}/{b.Operation}/{b.Id}")]);
}
