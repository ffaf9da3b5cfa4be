using Conformance.Engine.Testing;

namespace Conformance.Engine.Tests.Testing;

public sealed class ProfileTests
{
    [Fact]
    public void EachProfileIsFoundByItsName() =>
        Assert.All(
            [Profile.Smoke, Profile.Standard, Profile.Nightly],
            profile => Assert.Same(profile, Profile.Named(profile.Name))
        );

    [Theory]
    [InlineData("")]
    [InlineData("Smoke")]
    [InlineData("weekly")]
    public void AnotherNameIsNoProfile(string name) => Assert.Null(Profile.Named(name));

    [Fact]
    public void EachProfileSpendsMoreThanTheOneBefore() =>
        Assert.All(
            [(Profile.Smoke, Profile.Standard), (Profile.Standard, Profile.Nightly)],
            pair =>
            {
                Assert.True(pair.Item1.RandomValues < pair.Item2.RandomValues);
                Assert.True(pair.Item1.Rounds < pair.Item2.Rounds);
                Assert.True(pair.Item1.Races < pair.Item2.Races);
                Assert.True(pair.Item1.AtOnce < pair.Item2.AtOnce);
                Assert.True(pair.Item1.ShrinkAttempts < pair.Item2.ShrinkAttempts);
            }
        );
}
