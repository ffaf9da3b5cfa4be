using System.Collections.Concurrent;
using Conformance.Reference.Variants;
using Conformance.Reports;

namespace Conformance.Suite.Tests.EndToEnd;

/// <summary>All right implementations that are not the reference, judged at the same time.</summary>
public sealed class DefensibleTargets : IAsyncLifetime
{
    private const int RequirementsAtOnce = 16;

    private readonly ConcurrentDictionary<string, RunReport> _reports = new();

    /// <summary>What the kit says of each, by name.</summary>
    public IReadOnlyDictionary<string, RunReport> Reports => _reports;

    public async ValueTask InitializeAsync() =>
        await Parallel.ForEachAsync(
            AllVariants.List,
            TestContext.Current.CancellationToken,
            async (variant, _) =>
                _reports[variant.Name] = await Judging.Of(
                    variant,
                    options => options with { Parallelism = RequirementsAtOnce, ReportsCoverage = false }
                )
        );

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
