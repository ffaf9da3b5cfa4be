using System.Collections.Immutable;
using Conformance.Generators;
using Conformance.Reference;
using Conformance.Reports;
using Conformance.Suite.Configuration;
using Conformance.Suite.Planning;
using Conformance.Suite.Running;

namespace Conformance.Cli.Prove;

/// <summary>The whole kit against one implementation, in this process.</summary>
/// <param name="catalog">The APIs with the requirements to prove.</param>
/// <param name="profile">How much to spend.</param>
/// <param name="values">What makes the values of all runs.</param>
internal sealed class Judging(ImmutableArray<PlannedApi> catalog, Profile profile, ValueSource values)
{
    // Names and tokens are the same each time, since every run has a server of its own.
    private const string RunId = "prove0";

    /// <summary>What came of a run.</summary>
    public sealed record Result(RunReport Report, ImmutableArray<(Verdict Verdict, int AfterRequests)> Failures);

    /// <summary>Judges it by all requirements of its API.</summary>
    /// <param name="implementation">Started for this run alone.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="atOnce">Requirements proved at once; with 1, the number of requests up to a failure is always the same.</param>
    /// <param name="isEnough">Whether these failed requirements, by id, tell all that is asked: then the run ends early.</param>
    /// <param name="cancel">Ends the run; then there is no result.</param>
    public async Task<Result> Of(
        Implementation implementation,
        long seed,
        int atOnce,
        Func<IEnumerable<string>, bool> isEnough,
        CancellationToken cancel
    )
    {
        await using var target = await implementation.StartAsync(cancel);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var order = new FailureOrder(isEnough, end.Cancel);
        var options = new RunOptions
        {
            Target = target.BaseAddress,
            IsEmbedded = true,
            Configuration = Configuration(implementation),
            Selection = Selection.All with { Apis = [implementation.Api] },
            Profile = profile,
            Seed = seed,
            RunId = RunId,
            Parallelism = atOnce,
            Values = values,
            ReportsCoverage = false,
            EnvironmentVariable = ReferenceConfiguration.Variables(target.Secret),
        };
        var report = await new Runner(options, order).Run(catalog, end.Token);
        cancel.ThrowIfCancellationRequested();
        return new Result(report, order.Failures);
    }

    /// <summary>What it says of itself, and where it is silent, what the reference offers.</summary>
    private RunConfiguration Configuration(Implementation implementation) =>
        ReferenceConfiguration.Under(
            ConfigurationFile.Parse(implementation.Configuration, implementation.Name, catalog),
            catalog
        );
}
