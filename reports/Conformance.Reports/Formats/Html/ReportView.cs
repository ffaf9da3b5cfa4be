using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Html;

/// <summary>A run, sorted the way its page is read.</summary>
public sealed record ReportView(RunReport Report, Conclusion Conclusion, IReadOnlyList<Card> Cards)
{
    private const int MostDetailed = 200;

    /// <summary>
    /// Failures and warnings, mandatory ones first and those of one cause together, each with its place on the page.
    /// </summary>
    public static ReportView Of(RunReport report)
    {
        var failed = report
            .Verdicts.Where(v => v.Outcome == Outcome.Failed)
            .OrderBy(v => Standings.Of(v, report.IsStrict))
            .ThenBy(v => v.Requirement.Level);
        var cards = CauseGroup
            .Of(failed)
            .SelectMany(cause => cause.Verdicts)
            .OrderBy(v => Standings.Of(v, report.IsStrict))
            .Select((verdict, index) => new Card(verdict, $"f{index + 1}", index < MostDetailed))
            .ToList();
        return new(report, Conclusion.Of(report), cards);
    }

    internal IEnumerable<Verdict> With(Standing standing) => Report.Verdicts.Where(v => StandingOf(v) == standing);

    internal IReadOnlyList<Card> CardsWith(Standing standing) =>
        [.. Cards.Where(c => StandingOf(c.Verdict) == standing)];

    /// <summary>The same cards, by their causes.</summary>
    internal IReadOnlyList<CardGroup> CausesWith(Standing standing) =>
        [
            .. CardsWith(standing)
                .GroupBy(card => CauseGroup.KeyOf(card.Verdict))
                .Select(cards => new CardGroup(cards.First().Verdict.Cause, [.. cards])),
        ];

    internal Standing StandingOf(Verdict verdict) => Standings.Of(verdict, Report.IsStrict);

    internal string Repeat(Verdict verdict) => ReplayCommand.For(Report, verdict.Requirement.Id);

    /// <summary>What the reader does next.</summary>
    internal string NextStep =>
        Conclusion.Kind switch
        {
            ConclusionKind.NotConformant =>
                "Take the failures below one by one: each shows what was asked, what came back, and the command that repeats it.",
            ConclusionKind.Conformant when CardsWith(Standing.Warning).Count > 0 =>
                "Nothing has to be done. The warnings below are worth a look: they count in a strict run.",
            ConclusionKind.Conformant when With(Standing.Skipped).Any() =>
                "Nothing has to be done. What was left out, and why, is listed under Skipped.",
            ConclusionKind.Conformant => "Nothing has to be done.",
            _ when Report.InconclusiveBecause is not null =>
                "Check the address, the credentials and the network between here and the target, then run again.",
            _ when Report.IncompleteBecause is not null => "Run it again, to its end.",
            _ => "See Errored and Skipped for what is missing, add it to the configuration, then run again.",
        };

    /// <summary>The operations of the run as the matrix and the filter name them.</summary>
    internal IEnumerable<string> Operations => Report.Verdicts.Select(v => NameOf(v.Requirement)).Distinct();

    internal static string NameOf(Requirement requirement) => $"{requirement.Api}/{requirement.Operation}";

    internal string Title => $"{Words.Of(Conclusion.Kind)} · conformance of {Report.Target.Url}";
}

/// <summary>The failed requirements of one cause.</summary>
/// <param name="Cause">The cause; null where none is told.</param>
/// <param name="Cards">At least one.</param>
public sealed record CardGroup(Cause? Cause, ImmutableArray<Card> Cards);

/// <summary>A failed requirement on the page.</summary>
/// <param name="Verdict">What is said of it.</param>
/// <param name="Anchor">Id of its element.</param>
/// <param name="IsDetailed">Whether its exchanges are shown; beyond the first 200 they are in the results file only.</param>
public sealed record Card(Verdict Verdict, string Anchor, bool IsDetailed);
