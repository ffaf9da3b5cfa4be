using System.Collections.Concurrent;
using System.Collections.Immutable;
using Conformance.Reference.Mutants;
using Conformance.Reports;
using Conformance.Suite.Planning;

namespace Conformance.Suite.Tests.EndToEnd;

/// <summary>All wrong implementations, judged at the same time by the requirements that they are about.</summary>
public sealed class WrongTargets : IAsyncLifetime
{
    /// <summary>Those that one requirement alone, in a smoke run, has to see through: what shows rarely needs the whole run.</summary>
    public static readonly ImmutableArray<Mutant> Certain = AllMutants.List.RemoveAll(d =>
        d.ShowsOnceIn > 1 || Survivors.Excuse(d.Name, Profile.Smoke.Name) is not null
    );

    private readonly ConcurrentDictionary<string, RunReport> _reports = new();

    /// <summary>What the kit says of each, by name.</summary>
    public IReadOnlyDictionary<string, RunReport> Reports => _reports;

    public async ValueTask InitializeAsync() =>
        await Parallel.ForEachAsync(
            Certain,
            TestContext.Current.CancellationToken,
            async (defect, _) =>
                _reports[defect.Name] = await Judging.Of(
                    defect,
                    options => options with { Selection = options.Selection with { Ids = defect.Breaks } }
                )
        );

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
