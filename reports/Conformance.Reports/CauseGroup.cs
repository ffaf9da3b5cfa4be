namespace Conformance.Reports;

/// <summary>Verdicts that have one cause.</summary>
/// <param name="Cause">The cause; null where none is told, and a sentence stands for it.</param>
/// <param name="Verdicts">At least one, in the order in which they came.</param>
public sealed record CauseGroup(Cause? Cause, ImmutableArray<Verdict> Verdicts)
{
    /// <summary>The sentence of the first, which stands for all.</summary>
    public string? Reason => Verdicts[0].Reason;

    /// <summary>Equal for verdicts of one cause.</summary>
    internal static (SkipReason? Skip, string? Key, string? Reason) KeyOf(Verdict verdict) =>
        (verdict.Skip, verdict.Cause?.Key, verdict.Cause is null ? verdict.Reason : null);

    /// <summary>
    /// The verdicts by their causes, in the order of the first of each. What tells no cause goes by its sentence, in which
    /// equal ones are equal too.
    /// </summary>
    public static ImmutableArray<CauseGroup> Of(IEnumerable<Verdict> verdicts) =>
        [.. verdicts.GroupBy(KeyOf).Select(group => new CauseGroup(group.First().Cause, [.. group]))];
}
