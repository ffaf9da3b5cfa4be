using System.Collections.Concurrent;
using System.Collections.Immutable;
using Conformance.Reference.Mutants;
using Conformance.Reports;
using Conformance.Suite.Planning;

namespace Conformance.Suite.Tests.EndToEnd.BedrockFlows;

/// <summary>All wrong implementations of InvokeFlow, judged at the same time.</summary>
public sealed class WrongFlows : IAsyncLifetime
{
    private const int RequirementsAtOnce = 16;

    /// <summary>Those that a smoke run has to see through.</summary>
    public static readonly ImmutableArray<Mutant> Certain = AllMutants.List.RemoveAll(d =>
        d.Api != "bedrock-flows" || Survivors.Excuse(d.Name, Profile.Smoke.Name) is not null
    );

    private readonly ConcurrentDictionary<string, Judgement> _judgements = new();

    /// <summary>What the kit says of each, by name.</summary>
    public IReadOnlyDictionary<string, Judgement> Judgements => _judgements;

    /// <summary>What is left of a report: all of them together hold too many large documents.</summary>
    /// <param name="Failed">The requirements that failed.</param>
    /// <param name="ExitCode">Without and with <c>--strict</c>.</param>
    /// <param name="Says">What did not pass, and why.</param>
    public sealed record Judgement(
        ImmutableArray<Requirement> Failed,
        bool HasErrors,
        (int Usual, int Strict) ExitCode,
        string Says
    )
    {
        internal static Judgement Of(RunReport report) =>
            new(
                [.. report.Verdicts.Where(v => v.Outcome == Outcome.Failed).Select(v => v.Requirement)],
                report.Verdicts.Any(v => v.Outcome == Outcome.Errored),
                (report.ExitCode(), report.StrictExitCode()),
                report.NotPassed()
            );
    }

    public async ValueTask InitializeAsync() =>
        await Parallel.ForEachAsync(
            Certain,
            TestContext.Current.CancellationToken,
            async (defect, _) =>
                _judgements[defect.Name] = Judgement.Of(
                    await Judging.Of(
                        defect,
                        options =>
                            options with
                            {
                                // What shows rarely shows at the same request each time, if one comes after the other.
                                Parallelism = defect.ShowsOnceIn > 1 ? 1 : RequirementsAtOnce,
                                Selection = options.Selection with { Ids = Judged(defect) },
                            }
                    )
                )
        );

    /// <summary>
    /// Whoever gets no pattern wrong need not be tried with the hundreds of values that the patterns take; the kill matrix
    /// does that.
    /// </summary>
    private static ImmutableArray<string> Judged(Mutant defect) =>
        [
            .. Judging
                .Everything.First(p => p.Api.Name == defect.Api)
                .Requirements.Select(p => p.Requirement.Id)
                .Where(id =>
                    !id.Contains("/pattern/", StringComparison.Ordinal)
                    || defect.Breaks.Concat(defect.MayBreak).Any(glob => Selection.Matches(glob, id))
                ),
        ];

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
