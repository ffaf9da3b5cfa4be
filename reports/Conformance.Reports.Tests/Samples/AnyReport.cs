using Conformance.Schemas;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Reports.Tests.Samples;

/// <summary>Reports of runs that ended in any way, on targets of any kind.</summary>
internal static class AnyReport
{
    /// <summary>A few verdicts of any level and outcome, in a run that may be strict, cut short or in vain.</summary>
    public static Arbitrary<RunReport> Any { get; } =
        Arb.From(
            from verdicts in Verdicts()
            from isStrict in Gen.Elements(true, false)
            from incomplete in Maybe("it was interrupted.")
            from inconclusive in Maybe("the target is out of reach")
            select SampleReports.Empty() with
            {
                Verdicts = [.. verdicts],
                IsStrict = isStrict,
                IncompleteBecause = incomplete,
                InconclusiveBecause = inconclusive,
            },
            report => report.Verdicts.Select(verdict => report with { Verdicts = report.Verdicts.Remove(verdict) })
        );

    // Mostly passed, or hardly any run would be green.
    private static Gen<List<Verdict>> Verdicts() =>
        Gen.Frequency(
                (8, Gen.Constant(Outcome.Passed)),
                (1, Gen.Constant(Outcome.Failed)),
                (1, Gen.Constant(Outcome.Errored)),
                (2, Gen.Constant(Outcome.Skipped))
            )
            .SelectMany(_ => Gen.Elements(Enum.GetValues<Level>()), (outcome, level) => (outcome, level))
            .SelectMany(
                _ => Gen.Elements(Enum.GetValues<SkipReason>()),
                (it, skip) => SampleVerdicts.Of(it.level, it.outcome, it.outcome == Outcome.Skipped ? skip : null)
            )
            .ListOf()
            .Select(verdicts => verdicts.Select(Numbered).ToList());

    private static Verdict Numbered(Verdict verdict, int number) =>
        verdict with
        {
            Requirement = verdict.Requirement with { Id = $"{verdict.Requirement.Id}/{number}" },
        };

    private static Gen<string?> Maybe(string text) =>
        Gen.Frequency((6, Gen.Constant<string?>(null)), (1, Gen.Constant<string?>(text)));
}
