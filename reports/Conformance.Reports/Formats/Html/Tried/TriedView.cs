using System.Globalization;

namespace Conformance.Reports.Formats.Html.Tried;

/// <summary>The coverage of some constraints in figures.</summary>
/// <param name="Tried">Classes of which values were sent.</param>
/// <param name="Values">Values that were sent.</param>
/// <param name="NotTried">Classes that have values of which none was sent.</param>
/// <param name="NoSuchValue">Classes that no value stands for.</param>
internal sealed record TriedFigures(int Tried, int Values, int NotTried, int NoSuchValue)
{
    public static TriedFigures Of(IEnumerable<ConstraintCoverage> constraints)
    {
        var classes = constraints.SelectMany(c => c.Classes).ToList();
        return new(
            Standing(CoverageStanding.Tried),
            classes.Sum(c => c.Values),
            Standing(CoverageStanding.NotTried),
            Standing(CoverageStanding.NoSuchValue)
        );

        int Standing(CoverageStanding standing) => classes.Count(c => c.Standing == standing);
    }

    /// <summary>Such as <c>12 classes tried, 80 values</c>.</summary>
    public string Says =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Tried:N0} {(Tried == 1 ? "class" : "classes")} tried, {Values:N0} {(Values == 1 ? "value" : "values")}"
        );
}

/// <summary>How the page words coverage.</summary>
internal static class TriedWords
{
    private const int MostLabels = 3;

    /// <summary>The side, as the reader has to expect the target to treat it.</summary>
    public static string Of(CoverageSide side) =>
        side switch
        {
            CoverageSide.Inside => "legal",
            CoverageSide.Outside => "violation",
            _ => "in dispute",
        };

    /// <summary>The first labels, and whether there are more.</summary>
    public static string Labels(ClassCoverage tried) =>
        string.Join(", ", tried.Labels.Take(MostLabels)) + (tried.Values > MostLabels ? ", …" : "");
}
