using Conformance.Generators.Constraints;
using Conformance.Schemas;

namespace Conformance.Generators.Judging;

/// <summary>What of a value a constraint can bound.</summary>
internal enum Quantity
{
    /// <summary>The length of a text, in code points.</summary>
    Length,

    /// <summary>The number of an array's items.</summary>
    Items,

    /// <summary>The number itself.</summary>
    Number,
}

/// <summary>Between which numbers a quantity of a value lies.</summary>
/// <param name="Of">The quantity.</param>
/// <param name="Least">The smallest legal one; null where there is none.</param>
/// <param name="Most">The largest legal one; null where there is none.</param>
internal readonly record struct Bound(Quantity Of, decimal? Least, decimal? Most)
{
    /// <summary>What all constraints of a member leave of a quantity.</summary>
    public static Bound On(Member member, Quantity quantity)
    {
        var all = new Bound(quantity, null, null);
        foreach (var constraint in member.Constraints)
        {
            if (ConstraintKinds.Of(constraint).Bound(constraint) is not { } one || one.Of != quantity)
                continue;
            all = all with { Least = Larger(all.Least, one.Least), Most = Smaller(all.Most, one.Most) };
        }
        return all;
    }

    private static decimal? Larger(decimal? one, decimal? other) => one > other ? one : other ?? one;

    private static decimal? Smaller(decimal? one, decimal? other) => one < other ? one : other ?? one;
}
