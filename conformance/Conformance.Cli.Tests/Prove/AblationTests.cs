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

    // Judged with and without it: as many as fit into a test run, spread over all.
    private const int JudgedOneIn = 24;

    public static IEnumerable<TheoryDataRow<string>> Names =>
        Parts.Select(part => new TheoryDataRow<string>(part.Name));

    public static IEnumerable<TheoryDataRow<string>> Judged =>
        Parts.Where((_, i) => i % JudgedOneIn == 0).Select(part => new TheoryDataRow<string>(part.Name));

    /// <summary>Then nothing that is left would notice that implementation, and the matrix has a survivor.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void SomeWrongImplementationBreaksNothingElse(string name) => Assert.NotEmpty(OnlyBroken(name).Breaks);

    [Theory]
    [MemberData(nameof(Judged))]
    public async Task WithoutItTheMatrixNamesWhatIsNoLongerNoticed(string name)
    {
        var defect = OnlyBroken(name);
        var with = await Judge(defect, []);
        Assert.Equal(Fate.Killed, with.Fate);
        var without = await Judge(defect, Parts.First(part => part.Name == name).Ids);
        Assert.NotEqual(Fate.Killed, without.Fate);
        Assert.Equal(defect.Breaks, without.Trials[0].Unnoticed);
    }

    private static Defect OnlyBroken(string name)
    {
        var ids = Parts.First(part => part.Name == name).Ids;
        var defect = AllDefects.List.FirstOrDefault(d => d.ShowsOnceIn == 1 && BreaksNothingElse(d, ids));
        Assert.True(defect is not null, $"no wrong implementation breaks {name} alone; add one");
        return defect;
    }

    /// <summary>Judges it by what can notice it; all else is silent on it, as the whole matrix shows.</summary>
    private static async Task<DefectResult> Judge(Defect defect, IEnumerable<string> without)
    {
        var request = new ProveRequest { Only = [defect.Name], Without = [.. without] };
        var catalog = Catalog.Select(planned =>
            planned with
            {
                Requirements = planned.Requirements.RemoveAll(r => !MayNotice(defect, r.Requirement.Id)),
            }
        );
        var matrix = await new MatrixRun(request, [.. catalog], TimeProvider.System).Run(
            AllDefects.List,
            [],
            TestContext.Current.CancellationToken
        );
        return Assert.Single(matrix.Defects);
    }

    private static bool MayNotice(Defect defect, string id) =>
        defect.Breaks.Concat(defect.MayBreak).Any(glob => Selection.Matches(glob, id))
        || id.EndsWith("/request/required-only/accepted", StringComparison.Ordinal);

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
