using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Generators.Texts;

/// <summary>Random numbers that are pure arithmetic on the seed.</summary>
internal static class Rolls
{
    private const int AnySize = 50;

    /// <summary>
    /// So many numbers from 0. The characters of one text are rolled here and not through a generator for each, which
    /// took most of the time of a run.
    /// </summary>
    public static int[] Of(Draw draw, int count)
    {
        var rolls = new int[count];
        for (var i = 0; i < rolls.Length; i++)
            rolls[i] = draw.Roll(i);
        return rolls;
    }

    /// <summary>The one value of this generator that the draw decides.</summary>
    public static T One<T>(Gen<T> gen, Draw draw) => gen.Sample(AnySize, new Rnd(draw.Seed), 1)[0];
}
