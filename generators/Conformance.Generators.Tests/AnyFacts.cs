using Conformance.Schemas;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Generators.Tests;

/// <summary>Any constraint of any member, and whatever decides the values for it.</summary>
internal static class AnyFacts
{
    public static Arbitrary<(Member, Constraint)> Facts { get; } = Arb.From(Gen.Elements(Fixtures.Facts));

    public static Arbitrary<Draw> Draws { get; } =
        Arb.From(
            from seed in ArbMap.Default.GeneratorFor<ulong>()
            from prefix in Gen.Elements("", "a", "cf7k2a", "0z9y8x7w")
            from count in Gen.Choose(0, 6)
            select new Draw(seed, prefix, count)
        );
}
