using FsCheck;

namespace Conformance.Engine.Tests.Scripted;

/// <summary>Checks properties with the same values in every run.</summary>
internal static class Properties
{
    private const ulong Seed = 20_260_102;
    private const ulong Gamma = 3_040_507;

    public static void Holds(this Property property, int tests = 100) =>
        Check.One(
            Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(tests).WithReplay(Seed, Gamma),
            property
        );
}
