using Conformance.Reports;

namespace Conformance.Engine.Exchanges.Streams;

/// <summary>Tells when a byte of a body came.</summary>
internal sealed class Clock(ImmutableArray<Arrival>? arrivals)
{
    /// <summary>Milliseconds from the first byte of the request sent; null where nobody noted it.</summary>
    /// <param name="index">The byte's index in the body.</param>
    internal double? At(int index)
    {
        if (arrivals is not { Length: > 0 } noted)
            return null;
        var (first, beyond) = (0, noted.Length);
        while (beyond - first > 1)
        {
            var middle = (first + beyond) / 2;
            if (noted[middle].Offset <= index)
                first = middle;
            else
                beyond = middle;
        }
        return noted[first].Milliseconds;
    }
}
