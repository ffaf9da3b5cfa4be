namespace Conformance.Reports.SelfTest;

/// <summary>The middle of numbers.</summary>
public static class Median
{
    /// <summary>The middle one, or the mean of the two in the middle; null for none.</summary>
    public static double? Of(IReadOnlyCollection<double> numbers)
    {
        if (numbers.Count == 0)
            return null;
        var ordered = numbers.Order().ToList();
        var middle = ordered.Count / 2;
        return ordered.Count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
    }
}
