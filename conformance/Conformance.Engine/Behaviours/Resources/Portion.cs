using Conformance.Engine.Testing;

namespace Conformance.Engine.Behaviours.Resources;

/// <summary>How many of several cases a profile has the time for.</summary>
internal static class Portion
{
    private const int OneIn = 3;

    /// <summary>All of them; in the smallest profile every third, from one that the seed chooses.</summary>
    public static ImmutableArray<T> Of<T>(TestSession test, IEnumerable<T> all)
    {
        var cases = all.ToImmutableArray();
        if (test.Session.Profile.Rounds > 1)
            return cases;
        var first = (int)(test.NextDraw().Seed % (ulong)Math.Clamp(cases.Length, 1, OneIn));
        return [.. cases.Where((_, n) => n % OneIn == first)];
    }

    /// <summary>All of them; in the smallest profile every third of each kind, and at least one.</summary>
    public static IEnumerable<T> OfEach<T, TKind>(TestSession test, IEnumerable<T> all, Func<T, TKind> kind) =>
        all.GroupBy(kind).SelectMany(alike => Of(test, alike));
}
