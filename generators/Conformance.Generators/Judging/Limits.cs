using Conformance.Schemas;

namespace Conformance.Generators.Judging;

/// <summary>The lengths between which a member's text lies, in code points.</summary>
/// <param name="Min">The shortest.</param>
/// <param name="Max">The longest, or a length that is long enough to try where nothing bounds it.</param>
internal readonly record struct Limits(int Min, int Max)
{
    private const int LongEnoughToTry = 200;

    /// <summary>How far a pattern's members have to be known: twice the maximum and one.</summary>
    public int Horizon => (2 * Max) + 1;

    public static Limits Of(Member member)
    {
        var length = Bound.On(member, Quantity.Length);
        var min = (int)(length.Least ?? 0);
        return new Limits(min, (int)(length.Most ?? Math.Max(LongEnoughToTry, min)));
    }
}
