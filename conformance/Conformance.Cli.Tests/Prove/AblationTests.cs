using System.Collections.Concurrent;
using System.Collections.Immutable;
using Conformance.Cli.Prove;
using Conformance.Generators;
using Conformance.Reference.Mutants;
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

    // Many wait for webhooks that never come.
    private const int AtOnce = 24;

    // To read all patterns takes half a second.
    private static readonly ValueSource Values = new();

    public static IEnumerable<TheoryDataRow<string>> Names =>
        Parts.Select(part => new TheoryDataRow<string>(part.Name));

    /// <summary>Then nothing that is left would notice that lie, and the matrix says so.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void SomeLieIsNoticedByItAlone(string name) => Assert.NotEmpty(NoticedByItAlone(name).Lies);

    [Fact]
    public async Task WithoutItTheMatrixNamesWhatIsNoLongerNoticed()
    {
        var unnoticed = new ConcurrentBag<string>();
        var atOnce = new ParallelOptions
        {
            MaxDegreeOfParallelism = AtOnce,
            CancellationToken = TestContext.Current.CancellationToken,
        };
        await Parallel.ForEachAsync(
            Parts,
            atOnce,
            async (part, _) =>
            {
                if (await Judged(part.Name, part.Ids) is { } problem)
                    unnoticed.Add($"{part.Name}: {problem}");
            }
        );
        Assert.Empty(unnoticed);
    }

    /// <summary>What is wrong with what the matrix says with and without these requirements; null where nothing is.</summary>
    private static async Task<string?> Judged(string name, ImmutableHashSet<string> ids)
    {
        var (defect, lies) = NoticedByItAlone(name);
        var with = await Judge(defect, []);
        if (with.Fate != Fate.Killed || with.Trials[0].Unnoticed.Length > 0)
            return $"with it {defect.Name} is {with.Fate}, unnoticed: {string.Join(", ", with.Trials[0].Unnoticed)}";
        var without = await Judge(defect, ids);
        return lies.All(without.Trials[0].Unnoticed.Contains)
            ? null
            : $"without it {defect.Name} is noticed all the same";
    }

    /// <summary>A wrong implementation, and what of it only this part notices.</summary>
    private static (Mutant Defect, IEnumerable<string> Lies) NoticedByItAlone(string name)
    {
        var ids = Parts.First(part => part.Name == name).Ids;
        var candidates = AllMutants
            .List.Where(d => d.ShowsOnceIn == 1)
            .Select(d => (Defect: d, Lies: LiesWithin(d, ids)));
        return candidates.FirstOrDefault(c => c.Lies.Length > 0) is { Defect: not null } found
            ? found
            : throw new InvalidOperationException($"no wrong implementation is noticed by {name} alone; add one");
    }

    private static string[] LiesWithin(Mutant defect, ImmutableHashSet<string> ids) =>
        [.. defect.Breaks.Where(glob => Broken.Value[(defect.Api, glob)].All(ids.Contains))];

    /// <summary>Judges it by what can notice it; all else is silent on it, as the whole matrix shows.</summary>
    private static async Task<DefectResult> Judge(Mutant defect, IEnumerable<string> without)
    {
        var request = new ProveRequest { Only = [defect.Name], Without = [.. without] };
        var catalog = Catalog.Select(planned =>
            planned with
            {
                Requirements = planned.Requirements.RemoveAll(r => !MayNotice(defect, r.Requirement.Id)),
            }
        );
        var matrix = await new MatrixRun(request, [.. catalog], Values, TimeProvider.System).Run(
            AllMutants.List,
            [],
            TestContext.Current.CancellationToken
        );
        return Assert.Single(matrix.Defects);
    }

    private static bool MayNotice(Mutant defect, string id) =>
        defect.Breaks.Concat(defect.MayBreak).Any(glob => Selection.Matches(glob, id))
        || Provocations.Any(provocation => id.EndsWith(provocation, StringComparison.Ordinal));

    // What every target has to see before anything is noticed, and what makes one show its inside.
    private static readonly ImmutableArray<string> Provocations =
    [
        "/request/required-only/accepted",
        "/body/malformed-json",
    ];

    /// <summary>The requirements of an API that each lie breaks.</summary>
    private static readonly Lazy<ImmutableDictionary<(string Api, string Glob), ImmutableArray<string>>> Broken = new(
        () =>
            AllMutants
                .List.SelectMany(defect => defect.Breaks.Select(glob => (defect.Api, glob)))
                .Distinct()
                .ToImmutableDictionary(lie => lie, lie => IdsOf(lie.Api, lie.glob))
    );

    private static ImmutableArray<string> IdsOf(string api, string glob) =>
        [
            .. Catalog
                .Where(planned => planned.Api.Name == api)
                .SelectMany(planned => planned.Requirements)
                .Select(planned => planned.Requirement.Id)
                .Where(id => Selection.Matches(glob, id)),
        ];

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
