using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Generators.Texts;

/// <summary>FsCheck's generators, decided by a draw.</summary>
internal static class Rolls
{
    private const int AnySize = 50;

    /// <summary>The one value of this generator that the draw decides.</summary>
    public static T One<T>(Gen<T> gen, Draw draw) => gen.Sample(AnySize, new Rnd(draw.Seed), 1)[0];
}
