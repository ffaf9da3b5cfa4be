using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports.Corpus;
using Conformance.Reports.Formats;

namespace Conformance.Engine.Planning.Promotion;

/// <summary>Promoted cases as the values of a run, each held against what the kit knows now.</summary>
internal static class PromotedSamples
{
    private const int LongestTag = 10;

    /// <summary>The values by the id of the requirement that tries them.</summary>
    /// <param name="promoted">The cases.</param>
    /// <param name="catalog">Every requirement that the kit has.</param>
    /// <param name="runId">The run's own id.</param>
    /// <param name="values">What tells whether they still show anything.</param>
    /// <exception cref="CorpusFileException">A case shows nothing any more; the message says where it stands.</exception>
    public static ImmutableDictionary<string, ImmutableArray<Sample>> Of(
        PromotedFile promoted,
        ImmutableArray<PlannedApi> catalog,
        string runId,
        ValueSource values
    )
    {
        if (promoted.Cases.IsEmpty)
            return ImmutableDictionary<string, ImmutableArray<Sample>>.Empty;
        var requirements = catalog.SelectMany(p => p.Requirements).ToDictionary(r => r.Requirement.Id);
        return promoted
            .Cases.GroupBy(c => c.Requirement)
            .ToImmutableDictionary(
                cases => cases.Key,
                cases =>
                    cases
                        .Select((@case, index) => Checked(promoted.File, @case, index + 1))
                        .DistinctBy(sample => sample.Value.ToJson())
                        .ToImmutableArray()
            );

        Sample Checked(string file, PromotedCase @case, int number)
        {
            var planned = requirements.GetValueOrDefault(@case.Requirement);
            if (PromotionCheck.Problem(values, planned, @case, runId) is { } problem)
                throw new CorpusFileException($"{file}:{@case.Line}: {problem}; remove the case, or correct it");
            return Of(@case, planned!, runId, number);
        }
    }

    private static Sample Of(PromotedCase @case, PlannedRequirement planned, string runId, int number)
    {
        var value = JsonValue.Parse(@case.ValueIn(runId));
        var about = planned.Facet is { } facet ? $"{facet.Member.Path}: " : "";
        var says =
            @case.Says is { } text && text.StartsWith(about, StringComparison.Ordinal)
                ? $"a promoted case, {text[about.Length..]}"
                : "a promoted case";
        return new Sample(value, $"{Case.PromotedKind}-{number}", says)
        {
            Kind = Case.PromotedKind,
            Identity = value is JsonText leaf ? IdentityIn(leaf.Value, runId) : "",
        };
    }

    /// <summary>The run's id in the value, with what generators put behind it to tell values apart.</summary>
    private static string IdentityIn(string text, string runId)
    {
        var start = text.IndexOf(runId, StringComparison.Ordinal);
        if (start < 0)
            return "";
        var end = start + runId.Length;
        while (end < text.Length && end - start - runId.Length < LongestTag && IsOfTag(text[end]))
            end++;
        return text[start..end];
    }

    private static bool IsOfTag(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
}
