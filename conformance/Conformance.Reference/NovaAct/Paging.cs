using System.Globalization;
using Conformance.Reference.Http;

namespace Conformance.Reference.NovaAct;

/// <summary>Some resources of a list.</summary>
/// <param name="Items">The resources, in the order asked for.</param>
/// <param name="LastNumber">Number of the last of them when more follow, else null.</param>
internal sealed record Page<T>(ImmutableArray<T> Items, long? LastNumber);

/// <summary>Which resources of a list are asked for.</summary>
/// <param name="MaxResults">At most so many, 1 to 100.</param>
/// <param name="IsAscending">Whether the oldest come first.</param>
/// <param name="After">Number of the last resource of the page before; null for the first page.</param>
internal sealed record PageRequest(int MaxResults, bool IsAscending, long? After)
{
    private const int MostResults = 100;

    /// <summary>
    /// Reads <c>maxResults</c> and <c>nextToken</c> of the query. Without the first, pages have 100 items. A token is
    /// good for the order in which it was given out.
    /// </summary>
    public static PageRequest Read(RequestTarget target, bool isAscending, ICollection<FieldFault> faults)
    {
        var maxResults = ReadMaxResults(target, faults);
        var after = ReadNextToken(target, isAscending, faults);
        return new PageRequest(maxResults, isAscending, after);
    }

    /// <summary>The token for the page after the resource of this number.</summary>
    public string NextToken(long number) =>
        (IsAscending ? "a" : "d") + number.ToString("x16", CultureInfo.InvariantCulture);

    private static int ReadMaxResults(RequestTarget target, ICollection<FieldFault> faults)
    {
        var values = target.Values("maxResults").ToArray();
        if (values.Length == 0)
            return MostResults;
        if (values is [var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            if (number is >= 1 and <= MostResults)
                return number;
        faults.Add(new FieldFault("maxResults", $"expected one integer from 1 to {MostResults}"));
        return MostResults;
    }

    private static long? ReadNextToken(RequestTarget target, bool isAscending, ICollection<FieldFault> faults)
    {
        var values = target.Values("nextToken").ToArray();
        if (values.Length == 0)
            return null;
        var isOurs = values is [{ Length: 17 } token] && token[0] == (isAscending ? 'a' : 'd');
        var culture = CultureInfo.InvariantCulture;
        if (isOurs && long.TryParse(values[0].AsSpan(1), NumberStyles.AllowHexSpecifier, culture, out var number))
            if (number is > 0 and < long.MaxValue)
                return number;
        faults.Add(new FieldFault("nextToken", "expected a token that a list in the same order has given"));
        return null;
    }
}
