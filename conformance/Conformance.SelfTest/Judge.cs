using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reference;

namespace Conformance.SelfTest;

/// <summary>The one judge of implementations: the whole kit against one of them, in this process.</summary>
/// <param name="catalog">The APIs with the requirements to test.</param>
/// <param name="values">What makes the values of all runs: to read all patterns takes half a second.</param>
public sealed class Judge(ImmutableArray<PlannedApi> catalog, ValueSource values)
{
    // Names and tokens are the same each time, since every run has a server of its own.
    private const string RunId = "check0";

    /// <summary>The APIs with the requirements to test.</summary>
    public ImmutableArray<PlannedApi> Catalog => catalog;

    /// <summary>Judges it by all requirements of its API, in the smoke profile and with seed 1.</summary>
    /// <param name="implementation">Started for this run alone.</param>
    /// <param name="change">What is different in this run; null for nothing.</param>
    /// <param name="cancel">Ends the run; then there is no judgement.</param>
    public Task<Judgement> Of(
        Implementation implementation,
        Func<RunOptions, RunOptions>? change,
        CancellationToken cancel
    ) => Of(implementation, change, _ => false, cancel);

    /// <summary>The same, as long as it takes.</summary>
    /// <param name="implementation">Started for this run alone.</param>
    /// <param name="change">What is different in this run; null for nothing.</param>
    /// <param name="isEnough">Whether these failed requirements, by id, tell all that is asked: then the run ends early.</param>
    /// <param name="cancel">Ends the run; then there is no judgement.</param>
    public async Task<Judgement> Of(
        Implementation implementation,
        Func<RunOptions, RunOptions>? change,
        Func<IEnumerable<string>, bool> isEnough,
        CancellationToken cancel
    )
    {
        await using var target = await implementation.StartAsync(cancel);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var order = new FailureOrder(isEnough, end.Cancel);
        var options = Options(implementation, target);
        var report = await new Runner(change?.Invoke(options) ?? options, order).Run(catalog, end.Token);
        cancel.ThrowIfCancellationRequested();
        return new Judgement(report, order.In(report)) { KitFaults = order.KitFaults };
    }

    private RunOptions Options(Implementation implementation, RunningImplementation target) =>
        new()
        {
            Target = target.BaseAddress,
            IsEmbedded = true,
            Configuration = ConfigurationOf(implementation),
            Selection = Selection.All with { Apis = [implementation.Api] },
            Profile = Profile.Smoke,
            RunId = RunId,
            Values = values,
            ReportsCoverage = false,
            EnvironmentVariable = ReferenceConfiguration.Variables(target.Secret),
        };

    /// <summary>
    /// What it says of itself, and where it is silent, what the reference offers. One that hangs says how long it is waited
    /// for; any other has time enough, whatever else the machine does.
    /// </summary>
    private RunConfiguration ConfigurationOf(Implementation implementation)
    {
        var said = ConfigurationFile.Parse(implementation.Configuration, implementation.Name, catalog);
        if (said.Limits == new LimitsConfiguration())
            said = said with { Limits = new() { RequestTimeoutSeconds = 90 } };
        return ReferenceConfiguration.Under(said, catalog);
    }
}
